package no.opptrapping.reporting.statistics;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.Passed;
import no.opptrapping.platform.register.Structure;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Figures of municipalities, each where it belongs in the structure of one date: summed after a merger, divided by the
 * people that moved after a split.
 *
 * @param byMunicipality the figures of each municipality of the structure that has any
 * @param nowhere the figures of those that the structure has no place for: not heard of, or not founded yet
 */
record Placed<F>(Map<MunicipalityId, F> byMunicipality, Map<MunicipalityId, Conversion> conversions, F nowhere) {
    /** The figures of one municipality as they were made. */
    record Made<F>(MunicipalityId municipality, F figures) {}

    static <F> Placed<F> in(
            Structure structure,
            LocalDate date,
            Collection<Made<F>> made,
            F zero,
            BinaryOperator<F> plus,
            BiFunction<F, List<Passed>, List<F>> split) {
        var figures = new HashMap<MunicipalityId, F>();
        var conversions = new HashMap<MunicipalityId, Conversion>();
        var nowhere = zero;
        for (var each : made) {
            var heirs = structure.passedOn(each.municipality(), date);
            if (heirs.isEmpty()) {
                nowhere = plus.apply(nowhere, each.figures());
                continue;
            }
            var parts = heirs.size() == 1 ? List.of(each.figures()) : split.apply(each.figures(), heirs);
            for (var i = 0; i < heirs.size(); i++) {
                var heir = heirs.get(i);
                figures.merge(heir.municipalityId(), parts.get(i), plus);
                conversions.merge(heir.municipalityId(), conversion(each.municipality(), heir), Conversion::and);
            }
        }
        return new Placed<>(Map.copyOf(figures), Map.copyOf(conversions), nowhere);
    }

    private static Conversion conversion(MunicipalityId from, Passed heir) {
        if (heir.divided()) {
            return Conversion.DIVIDED;
        }
        return heir.municipalityId().equals(from) ? Conversion.NONE : Conversion.SUMMED;
    }

    /** The sum over these municipalities. */
    F sum(List<KnownMunicipality> group, F zero, BinaryOperator<F> plus) {
        return group.stream()
                .map(municipality -> byMunicipality.getOrDefault(municipality.id(), zero))
                .reduce(zero, plus);
    }

    /** What was done to the figures of any of these municipalities. */
    Conversion conversion(List<KnownMunicipality> group) {
        return group.stream()
                .map(municipality -> conversions.getOrDefault(municipality.id(), Conversion.NONE))
                .reduce(Conversion.NONE, Conversion::and);
    }
}
