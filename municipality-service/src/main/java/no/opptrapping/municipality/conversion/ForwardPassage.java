package no.opptrapping.municipality.conversion;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import no.opptrapping.municipality.lineage.Heir;
import no.opptrapping.municipality.lineage.Lineage;
import no.opptrapping.platform.values.MunicipalityId;

/** To a later structure: whole to whoever took a municipality over, by the people who moved where it was split. */
public final class ForwardPassage implements Passage {
    private final Lineage lineage;
    private final LocalDate to;

    public ForwardPassage(Lineage lineage, LocalDate to) {
        this.lineage = lineage;
        this.to = to;
    }

    @Override
    public List<Portion> portionsOf(MunicipalityId id) {
        return lineage.heirsOn(id, to).stream().map(ForwardPassage::portion).toList();
    }

    private static Portion portion(Heir heir) {
        return new Portion(
                heir.id(),
                heir.share(),
                Method.of(heir.method()),
                heir.splitOn().map(Year::from));
    }
}
