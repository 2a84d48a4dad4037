package no.opptrapping.municipality.sync.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.opptrapping.municipality.sync.DecideSplits.Said;
import no.opptrapping.platform.body.OwnRules;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a person says when adopting a proposal. */
@Schema(name = "SyncAdoption")
record AdoptionRequest(
        @Schema(maxItems = MOST) @Size(max = MOST) @Nullable List<@Valid Split> splits) {
    private static final int MOST = 100;

    /** What is decided of a split; parts are left out to use the proposal's estimate. */
    @Schema(name = "SyncAdoptionSplit")
    record Split(
            @Schema(required = true) MunicipalityNumber municipality,
            @Schema(required = true) LocalDate on,

            @Schema(required = true, description = "The successor that answers for the municipality's grants")
            MunicipalityNumber dutyBearer,

            @Schema(maxItems = MOST) @Size(max = MOST) @Nullable
            List<@Valid Part> parts)
            implements OwnRules {
        @Override
        public List<BrokenRule> broken() {
            var given = given();
            var numbers = new HashSet<MunicipalityNumber>();
            return IntStream.range(0, given.size())
                    .filter(index -> !numbers.add(given.get(index).number()))
                    .mapToObj(index -> BrokenRule.of("sync.part-twice", "/parts/" + index + "/number"))
                    .toList();
        }

        private List<Part> given() {
            return Objects.requireNonNullElse(parts, List.of());
        }

        private Said said() {
            return new Said(
                    on,
                    municipality,
                    dutyBearer,
                    given().stream().collect(Collectors.toMap(Part::number, Part::people)));
        }
    }

    /** How many people moved to a successor. */
    @Schema(name = "SyncAdoptionPart")
    record Part(
            @Schema(required = true) MunicipalityNumber number,

            @Schema(required = true, minimum = "0", maximum = "10000000") @Min(0) @Max(10_000_000)
            long people) {}

    List<Said> said() {
        return Objects.requireNonNullElse(splits, List.<Split>of()).stream()
                .map(Split::said)
                .toList();
    }
}
