package no.opptrapping.municipality.sync.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import no.opptrapping.municipality.sync.DecideSplits.Said;
import no.opptrapping.platform.body.BodyReader;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a person says when adopting a proposal; the splits may be used only if there are no faults. */
record AdoptionRequest(List<Said> splits, List<BrokenRule> faults) {
    private static final int MOST = 100;
    private static final long MOST_PEOPLE = 10_000_000;

    static AdoptionRequest read(@Nullable JsonNode body) {
        var reader = BodyReader.of(body);
        var splits = reader.list("splits", MOST, AdoptionRequest::split).stream()
                .flatMap(Optional::stream)
                .toList();
        return new AdoptionRequest(splits, reader.faults());
    }

    private static Optional<Said> split(BodyReader split) {
        split.require("municipality", "on", "dutyBearer");
        var municipality = number(split, "municipality");
        var on = split.date("on");
        var dutyBearer = number(split, "dutyBearer");
        var people = new HashMap<MunicipalityNumber, Long>();
        split.list("parts", MOST, part -> {
            part.require("number", "people");
            var number = number(part, "number");
            var moved = part.whole("people", 0, MOST_PEOPLE);
            if (number.isPresent() && moved.isPresent() && people.putIfAbsent(number.get(), moved.get()) != null) {
                part.fault("sync.part-twice", "number");
            }
            return number;
        });
        return municipality.isPresent() && on.isPresent() && dutyBearer.isPresent()
                ? Optional.of(new Said(on.get(), municipality.get(), dutyBearer.get(), people))
                : Optional.empty();
    }

    private static Optional<MunicipalityNumber> number(BodyReader reader, String field) {
        return reader.parsed(field, "municipality.bad-number", MunicipalityNumber::parse);
    }

    /** The request as it is described to callers. */
    @Schema(name = "SyncAdoption")
    record Document(@Schema(maxItems = MOST) List<SplitDocument> splits) {}

    /** What is decided of a split; parts are left out to use the proposal's estimate. */
    @Schema(name = "SyncAdoptionSplit")
    record SplitDocument(
            @Schema(required = true) MunicipalityNumber municipality,
            @Schema(required = true) LocalDate on,

            @Schema(required = true, description = "The successor that answers for the municipality's grants")
            MunicipalityNumber dutyBearer,

            @Schema(maxItems = MOST) @Nullable List<PartDocument> parts) {}

    /** How many people moved to a successor. */
    @Schema(name = "SyncAdoptionPart")
    record PartDocument(
            @Schema(required = true) MunicipalityNumber number,

            @Schema(required = true, minimum = "0", maximum = "10000000")
            long people) {}
}
