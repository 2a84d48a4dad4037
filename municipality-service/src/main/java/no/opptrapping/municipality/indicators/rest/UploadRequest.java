package no.opptrapping.municipality.indicators.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.municipality.indicators.Notation;
import no.opptrapping.municipality.indicators.UploadedRow;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Values of an indicator, as JSON. */
@Schema(name = "IndicatorUpload")
record UploadRequest(
        @Schema(required = true, maxItems = 2000) @Size(max = 2000)
        List<@Valid UploadedValue> values,

        @Schema(maxItems = MOST_JOINT) @Size(max = MOST_JOINT) @Nullable
        List<@Valid UploadedJoint> joint) {
    private static final int MOST_JOINT = 100;

    /**
     * A municipality's value.
     *
     * @param value a decimal number, or the code of a category; none if it is missing
     * @param status final unless it is said
     */
    @Schema(name = "UploadedValue")
    record UploadedValue(
            @Schema(required = true) MunicipalityNumber number,

            @Schema(maxLength = 50) @Size(max = 50) @Nullable
            String value,

            @Schema(enumeration = {"final", "provisional", "estimated", "missing"}) @Size(max = 50) @Nullable
            String status) {
        private UploadedRow row(String pointer) {
            return UploadRequest.row(Stream.ofNullable(number), value, status, pointer);
        }
    }

    /** One figure for several municipalities together. */
    @Schema(name = "UploadedJointValue")
    record UploadedJoint(
            @Schema(required = true, minItems = 2, maxItems = MOST_JOINT) @Size(max = MOST_JOINT)
            List<MunicipalityNumber> numbers,

            @Schema(required = true, maxLength = 50) @Size(max = 50)
            String value) {
        private UploadedRow row(String pointer) {
            return UploadRequest.row(
                    Stream.ofNullable(numbers).flatMap(List::stream).filter(Objects::nonNull), value, null, pointer);
        }
    }

    /** The lines of which it could be read whose they are. */
    List<UploadedRow> rows() {
        var rows = new ArrayList<>(rows("/values/", values, UploadedValue::row));
        rows.addAll(rows("/joint/", joint, UploadedJoint::row));
        rows.removeIf(row -> row.numbers().isEmpty());
        return rows;
    }

    private static <P> List<UploadedRow> rows(
            String pointer, @Nullable List<P> list, BiFunction<P, String, UploadedRow> row) {
        var parts = list == null ? List.<P>of() : list;
        return IntStream.range(0, parts.size())
                .filter(index -> parts.get(index) != null)
                .mapToObj(index -> row.apply(parts.get(index), pointer + index))
                .toList();
    }

    private static UploadedRow row(
            Stream<MunicipalityNumber> numbers, @Nullable String value, @Nullable String status, String pointer) {
        return new UploadedRow(
                numbers.map(MunicipalityNumber::value).toList(),
                Optional.ofNullable(value),
                Optional.ofNullable(status),
                pointer,
                Notation.PLAIN);
    }
}
