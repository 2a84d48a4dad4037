package no.opptrapping.municipality.conversion.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Command;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Given;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Named;
import no.opptrapping.platform.body.BodyReader;
import no.opptrapping.platform.problems.BrokenRule;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is to be converted.
 *
 * @param command what could be read; empty without the two dates
 * @param faults everything that could not
 */
record ConversionBody(Optional<Command> command, List<BrokenRule> faults) {
    static final int MOST_FIGURES = 1000;
    static final int MOST_JOINT = 100;

    static ConversionBody read(@Nullable JsonNode json) {
        var body = BodyReader.of(json).require("from", "to");
        var from = body.date("from");
        var to = body.date("to");
        var figures = body.list("figures", MOST_FIGURES, ConversionBody::figure);
        var joint = body.list("joint", MOST_JOINT, ConversionBody::together);
        return new ConversionBody(
                from.flatMap(first -> to.map(second -> new Command(first, second, figures, joint))), body.faults());
    }

    private static Given figure(BodyReader figure) {
        figure.require("number", "value");
        var pointer = figure.pointer() + "/number";
        var number = figure.text("number", 100).map(text -> new Named(text, pointer));
        return new Given(number.stream().toList(), value(figure), figure.pointer());
    }

    private static Given together(BodyReader joint) {
        joint.require("numbers", "value");
        return new Given(joint.texts("numbers", MOST_JOINT, Named::new), value(joint), joint.pointer());
    }

    private static long value(BodyReader figure) {
        return figure.whole("value", 0, BodyReader.LARGEST_AMOUNT).orElse(0L);
    }
}
