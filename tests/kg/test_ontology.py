from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef

import ingest
import kg
from kg import ontology, resources
from kg.store import to_rdflib
from tests.stores import stored

KG = Namespace("https://w3id.org/claimgraph#")
TIES = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.inScheme, RDFS.seeAlso)


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    return Graph().parse(resources.ontology_path(), format="turtle")


@pytest.fixture(scope="module")
def own_terms(vocabulary: Graph) -> set[URIRef]:
    return {s for s in vocabulary.subjects(RDF.type) if isinstance(s, URIRef) and s.startswith(KG)}


def test_every_own_term_is_documented(vocabulary: Graph, own_terms: set[URIRef]) -> None:
    """Label, comment and example, each of them."""
    for predicate in (RDFS.label, RDFS.comment, SKOS.example):
        assert {term for term in own_terms if not vocabulary.value(term, predicate, any=True)} == set()


def test_every_own_term_is_tied_to_another(vocabulary: Graph, own_terms: set[URIRef]) -> None:
    """Nobody has to guess where a term belongs in the field's vocabularies."""
    assert {t for t in own_terms if not any(vocabulary.value(t, tie, any=True) for tie in TIES)} == set()


def test_no_own_term_is_mentioned_without_being_defined(vocabulary: Graph, own_terms: set[URIRef]) -> None:
    """A misspelt term would otherwise be a new one."""
    mentioned = {t for triple in vocabulary for t in triple if isinstance(t, URIRef) and t.startswith(KG)}
    assert mentioned - own_terms == set()


def test_every_own_term_is_used_by_code_or_queries(own_terms: set[URIRef], vocabulary: Graph) -> None:
    """A term that nothing writes or reads does not belong in the file."""
    folders = [Path(package.__file__ or "").parent for package in (kg, ingest)] + [resources.folder() / "queries"]
    text = "".join(p.read_text("utf-8") for f in folders for p in [*f.rglob("*.py"), *f.rglob("*.rq")])
    used = {KG[name] for name in re.findall(r"\bkg(?::|__)([\w-]+)", text)}
    notations = {str(o): s for s, o in vocabulary.subject_objects(SKOS.notation)}
    used |= {term for notation, term in notations.items() if re.search(rf"[\"']{re.escape(notation)}[\"']", text)}
    used |= {s for s in own_terms if any(vocabulary.subjects(SKOS.inScheme, s))}
    shapes = {s for s in own_terms if str(s).endswith("Shape")}
    assert own_terms - used - shapes == set()


def test_no_code_spells_an_iri_of_the_vocabulary() -> None:
    """IRIs of terms stand in ontology.ttl and in queries, nowhere else."""
    spelled = re.compile(r"w3id\.org/claimgraph#|www\.w3\.org/ns/(?:prov|oa|org)#|schema\.org/[A-Z]|purl\.org/spar")
    for package in (kg, ingest):
        for path in Path(package.__file__ or "").parent.rglob("*.py"):
            code = re.sub(r'""".*?"""', "", path.read_text("utf-8"), flags=re.DOTALL)
            assert not spelled.search(code), path


def test_term_refuses_what_the_file_does_not_have() -> None:
    """A typing error is found at once."""
    with pytest.raises(KeyError, match="spekaer"):
        ontology.term("kg:spekaer")


def test_notation_and_concept_are_inverse() -> None:
    """What a record calls a thing leads back to its term."""
    for name in ("direct", "survey-result", "person", "organisation", "percent", "holdsRole"):
        assert ontology.notation(ontology.concept(name).value) == name


def _validate(data: Graph, vocabulary: Graph) -> tuple[bool, str]:
    conforms, _, report = validate(data, shacl_graph=vocabulary, ont_graph=vocabulary, inference="none")
    return bool(conforms), str(report)


@pytest.fixture(scope="module")
def sample() -> Graph:
    with stored() as g:
        data = Graph()
        for quad in g.store.engine:
            data.add((to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object)))  # type: ignore[arg-type]
        return data


def test_shapes_accept_what_is_written(sample: Graph, vocabulary: Graph) -> None:
    """A store of ours conforms."""
    conforms, report = _validate(sample, vocabulary)
    assert conforms, report


PRED = {name: str(ontology.term(name).value) for name in (
    "kg:source", "kg:evidence", "kg:mode", "oa:exact", "oa:start", "kg:refersTo", "skos:prefLabel", "kg:textHash",
    "prov:wasQuotedFrom", "kg:subjectReferent", "kg:extractor", "kg:number", "kg:software",
)}  # fmt: skip


@pytest.mark.parametrize("name", sorted(PRED))
def test_shapes_refuse_data_that_lacks_what_it_must_have(name: str, sample: Graph, vocabulary: Graph) -> None:
    """Take one obligatory statement away, and the store no longer conforms."""
    broken = Graph() + sample
    subject, predicate, _ = next(iter(broken.triples((None, URIRef(PRED[name]), None))))
    broken.remove((subject, predicate, None))
    assert not _validate(broken, vocabulary)[0]


def test_shapes_refuse_a_wrong_kind_of_value(sample: Graph, vocabulary: Graph) -> None:
    """A mode outside its scheme, an end before its start, a score above one."""
    for curie, wrong in (("kg:mode", KG.promise), ("oa:end", Literal(-1)), ("kg:score", Literal(2))):
        broken = Graph() + sample
        predicate = URIRef(ontology.term(curie).value)
        subject = next(broken.subjects(predicate))
        broken.set((subject, predicate, wrong))
        assert not _validate(broken, vocabulary)[0], curie


def test_classes_and_properties_are_declared_as_such(vocabulary: Graph, own_terms: set[URIRef]) -> None:
    """OWL tools see what each term is."""
    kinds = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.Concept, SKOS.ConceptScheme}
    shapes = {s for s in own_terms if str(s).endswith("Shape")}
    assert {t for t in own_terms - shapes if not kinds & set(vocabulary.objects(t, RDF.type))} == set()
