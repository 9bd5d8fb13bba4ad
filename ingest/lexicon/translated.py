"""Words in which the names of bodies and places are left untranslated by some and translated by others."""

from __future__ import annotations

from ingest.lexicon.words import listed

TRANSLATED = dict(
    pair.split("=")
    for pair in listed(
        """
        tren=train partido=party frente=front banco=bank banque=bank universidad=university universite=university
        universitat=university universidade=university ministerio=ministry ministere=ministry ministero=ministry
        congreso=congress senado=senate corte=court tribunal=court fuerza=force fuerzas=forces ejercito=army
        policia=police polizia=police polizei=police cartel=cartel comando=command primera=first primero=first
        instituto=institute institut=institute centro=center centre=center centrum=center camara=chamber
        asamblea=assembly assemblee=assembly movimiento=movement movimento=movement union=union nacional=national
        nationale=national national=national social=social socialista=socialist socialiste=socialist popular=people
        populaire=people pueblo=people trabajadores=workers central=central confederacion=confederation
        federacion=federation asociacion=association fundacion=foundation fondation=foundation comision=commission
        comite=committee consejo=council conseil=council liga=league lega=league alianza=alliance republica=republic
        republique=republic armada=navy marina=navy guardia=guard servicio=service agencia=agency oficina=office
        defensa=defense defence=defense seguridad=security salud=health hacienda=treasury justicia=justice
        interior=interior ciudad=city ville=city stadt=city calle=street plaza=square palacio=palace palais=palace
        norte=north sur=south este=east oeste=west rio=river puerto=port programme=program labour=labor
        organisation=organization
        """
    )
)
"""Folded words with the English one that stands for all of them."""

SMALL = listed("of the de del la las los el da do dos das di du des le les and y e et for in on")
"""Words that do not tell one name from another."""
