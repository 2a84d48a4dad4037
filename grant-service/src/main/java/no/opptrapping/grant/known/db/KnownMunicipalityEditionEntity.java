package no.opptrapping.grant.known.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import no.opptrapping.platform.register.kept.EditionRow;

@Entity(name = EditionRow.ENTITY)
@Table(name = "known_municipality_edition")
class KnownMunicipalityEditionEntity extends EditionRow {}
