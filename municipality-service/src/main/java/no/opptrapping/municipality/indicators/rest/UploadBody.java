package no.opptrapping.municipality.indicators.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import no.opptrapping.municipality.indicators.Notation;
import no.opptrapping.municipality.indicators.ReadCsvUpload.Read;
import no.opptrapping.municipality.indicators.UploadedRow;
import no.opptrapping.platform.body.BodyReader;
import org.jspecify.annotations.Nullable;

/** Reads values out of a JSON body. */
final class UploadBody {
    static final int MOST_VALUES = 2_000;
    static final int MOST_JOINT = 100;

    private UploadBody() {}

    static Read read(@Nullable JsonNode json) {
        var body = BodyReader.of(json).require("values");
        var rows = new ArrayList<UploadedRow>();
        rows.addAll(body.list("values", MOST_VALUES, UploadBody::single));
        rows.addAll(body.list("joint", MOST_JOINT, UploadBody::together));
        return new Read(rows.stream().filter(row -> !row.numbers().isEmpty()).toList(), body.faults());
    }

    private static UploadedRow single(BodyReader value) {
        value.require("number");
        return row(value.text("number", 100).stream().toList(), value);
    }

    private static UploadedRow together(BodyReader joint) {
        joint.require("numbers", "value");
        return row(joint.texts("numbers", MOST_JOINT, (number, pointer) -> number), joint);
    }

    private static UploadedRow row(List<String> numbers, BodyReader value) {
        return new UploadedRow(
                numbers, value.word("value", 50), value.word("status", 50), value.pointer(), Notation.PLAIN);
    }
}
