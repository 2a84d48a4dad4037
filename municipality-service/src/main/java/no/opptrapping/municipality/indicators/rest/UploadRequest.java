package no.opptrapping.municipality.indicators.rest;

import java.util.List;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Values of an indicator, as JSON. */
@Schema(name = "IndicatorUpload")
record UploadRequest(
        @Schema(required = true, maxItems = UploadBody.MOST_VALUES)
        List<UploadedValue> values,

        @Schema(maxItems = UploadBody.MOST_JOINT) List<UploadedJoint> joint) {
    /**
     * A municipality's value.
     *
     * @param value a decimal number, or the code of a category; none if it is missing
     * @param status final unless it is said
     */
    @Schema(name = "UploadedValue")
    record UploadedValue(
            @Schema(required = true) MunicipalityNumber number,

            @Schema(maxLength = 50) @Nullable String value,

            @Schema(enumeration = {"final", "provisional", "estimated", "missing"}) @Nullable
            String status) {}

    /** One figure for several municipalities together. */
    @Schema(name = "UploadedJointValue")
    record UploadedJoint(
            @Schema(required = true, minItems = 2, maxItems = UploadBody.MOST_JOINT)
            List<MunicipalityNumber> numbers,

            @Schema(required = true, maxLength = 50) String value) {}
}
