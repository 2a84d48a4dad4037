package no.opptrapping.grant.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.opptrapping.grant.awards.EarmarkedBefore;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.known.KnownMunicipality;
import no.opptrapping.grant.known.Passed;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/** What each municipality of a structure had of an earmarked scheme, whole kroner that sum to what was awarded. */
@ApplicationScoped
class BeforeAmounts {
    private final EarmarkedBefore earmarked;
    private final KnownMunicipalities municipalities;

    BeforeAmounts(EarmarkedBefore earmarked, KnownMunicipalities municipalities) {
        this.earmarked = earmarked;
        this.municipalities = municipalities;
    }

    List<RunInputs.Before> of(SchemeId scheme, int year, LocalDate structure, List<KnownMunicipality> valid) {
        var numbers = valid.stream()
                .collect(Collectors.toMap(
                        KnownMunicipality::id, one -> one.number().value()));
        var amounts = new HashMap<MunicipalityId, Kroner>();
        earmarked.perMunicipality(scheme, Year.of(year)).forEach((municipality, amount) -> {
            if (numbers.containsKey(municipality)) {
                amounts.merge(municipality, amount, Kroner::plus);
            } else {
                split(amount, municipalities.passedOn(municipality, structure))
                        .forEach((successor, part) -> amounts.merge(successor, part, Kroner::plus));
            }
        });
        var byNumber = new TreeMap<String, Kroner>();
        amounts.forEach((municipality, amount) -> byNumber.put(numbers.getOrDefault(municipality, "0000"), amount));
        return byNumber.entrySet().stream()
                .map(one -> new RunInputs.Before(
                        scheme.toString(), year, one.getKey(), one.getValue().value()))
                .toList();
    }

    /** By the shares of the people that moved, rounded down; what is left over goes to the largest share. */
    private static Map<MunicipalityId, Kroner> split(Kroner amount, List<Passed> passed) {
        var parts = new HashMap<MunicipalityId, Kroner>();
        for (var one : passed) {
            var part = one.share().multiply(BigDecimal.valueOf(amount.value())).setScale(0, RoundingMode.DOWN);
            parts.put(one.successor(), Kroner.of(part.longValueExact()));
        }
        var left = amount.minus(Kroner.sum(parts.values()));
        passed.stream()
                .max(Comparator.comparing(Passed::share).thenComparing(Passed::successor))
                .ifPresent(largest -> parts.merge(largest.successor(), left, Kroner::plus));
        return parts;
    }
}
