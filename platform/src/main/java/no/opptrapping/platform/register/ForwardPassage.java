package no.opptrapping.platform.register;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * To a later structure: whole to whoever took a municipality over, by the people who moved where it was split, and by
 * the land where a split undid a merger.
 */
public final class ForwardPassage implements Passage {
    private final Descent descent;
    private final LocalDate to;

    public ForwardPassage(Descent descent, LocalDate to) {
        this.descent = descent;
        this.to = to;
    }

    @Override
    public List<Portion> portionsOf(MunicipalityId id) {
        return descent.heirsOn(id, to).stream().map(ForwardPassage::portion).toList();
    }

    private static Portion portion(Heir heir) {
        return new Portion(
                heir.id(),
                heir.share(),
                Method.of(heir.method()),
                heir.splitOn().map(Year::from));
    }
}
