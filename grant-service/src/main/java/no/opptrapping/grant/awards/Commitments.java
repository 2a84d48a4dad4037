package no.opptrapping.grant.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Year;
import java.util.List;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;

/** What earlier awards have promised of a year (<i>flerårige tilsagn</i>) and no award of that year has kept yet. */
@ApplicationScoped
public class Commitments {
    /** One promise; {@code award} as it is now. */
    public record Commitment(Award award, Kroner amount) {}

    private final Awards awards;

    Commitments(Awards awards) {
        this.awards = awards;
    }

    /** In the order of the awards' references. */
    @Transactional
    public List<Commitment> of(SchemeId scheme, Year year) {
        return awards.promising(scheme, year).stream()
                .flatMap(award -> award.laterYears().stream()
                        .filter(promised -> promised.year().equals(year))
                        .map(promised -> new Commitment(award, promised.amount())))
                .toList();
    }
}
