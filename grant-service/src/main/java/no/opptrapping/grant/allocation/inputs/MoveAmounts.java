package no.opptrapping.grant.allocation.inputs;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/** Moves amounts to the municipalities of another date, by the lineage that has been heard. */
@ApplicationScoped
public class MoveAmounts {
    private final KnownMunicipalities municipalities;

    MoveAmounts(KnownMunicipalities municipalities) {
        this.municipalities = municipalities;
    }

    /** The amounts in the structure of the date; what nobody is known to have taken over is named as lost. */
    public MovedAmounts move(Map<MunicipalityId, Kroner> amounts, LocalDate structure) {
        return MovedAmounts.of(amounts, heirsOn(structure));
    }

    /** The successors of a municipality on the date, itself while it exists, by what has been heard until now. */
    public Function<MunicipalityId, List<MovedAmounts.Successor>> heirsOn(LocalDate date) {
        var structure = municipalities.structure();
        return municipality -> structure.passedOn(municipality, date).stream()
                .map(passed -> new MovedAmounts.Successor(passed.municipalityId(), exact(passed.share())))
                .toList();
    }

    private static Fraction exact(BigDecimal share) {
        return Fraction.of(
                share.movePointRight(Math.max(0, share.scale())).toBigIntegerExact(),
                BigInteger.TEN.pow(Math.max(0, share.scale())));
    }
}
