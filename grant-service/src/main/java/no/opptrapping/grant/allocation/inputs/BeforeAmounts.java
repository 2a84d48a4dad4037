package no.opptrapping.grant.allocation.inputs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.opptrapping.grant.awards.EarmarkedBefore;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.values.Kroner;

/** What each municipality of a structure had of an earmarked scheme, whole kroner that sum to what was awarded. */
@ApplicationScoped
class BeforeAmounts {
    private final EarmarkedBefore earmarked;
    private final MoveAmounts moveAmounts;
    private final KnownMunicipalities municipalities;

    BeforeAmounts(EarmarkedBefore earmarked, MoveAmounts moveAmounts, KnownMunicipalities municipalities) {
        this.earmarked = earmarked;
        this.moveAmounts = moveAmounts;
        this.municipalities = municipalities;
    }

    /** What has no known successor keeps the number it had, so that the division names and refuses it. */
    List<RunInputs.Before> of(SchemeId scheme, int year, LocalDate structure, List<KnownMunicipality> valid) {
        var numbers = valid.stream()
                .collect(Collectors.toMap(
                        KnownMunicipality::id, one -> one.number().value()));
        var moved = moveAmounts.move(earmarked.perMunicipality(scheme, Year.of(year)), structure);
        var byNumber = new TreeMap<String, Kroner>();
        moved.amounts()
                .forEach((municipality, amount) ->
                        byNumber.merge(numbers.getOrDefault(municipality, "0000"), amount, Kroner::plus));
        moved.lost()
                .forEach((municipality, amount) -> byNumber.merge(
                        municipalities
                                .byId(municipality, LocalDate.of(year, 1, 1))
                                .map(known -> known.number().value())
                                .orElse("0000"),
                        amount,
                        Kroner::plus));
        return byNumber.entrySet().stream()
                .map(one -> new RunInputs.Before(
                        scheme.toString(), year, one.getKey(), one.getValue().value()))
                .toList();
    }
}
