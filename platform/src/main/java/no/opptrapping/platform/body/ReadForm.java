package no.opptrapping.platform.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import no.opptrapping.platform.problems.BadInput;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Violations;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into a form: a record whose components say what is asked for, by their types, by {@code @Nullable} and by
 * Bean Validation. Everything that is wrong is told at once, of form and of content, each with its pointer: types,
 * unknown properties, blank where something is asked for, what is missing, and what the constraints say of the rest.
 */
@ApplicationScoped
public class ReadForm {
    private final ObjectMapper mapper;
    private final Validator validator;

    ReadForm(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /**
     * The form as far as it can be read.
     *
     * @throws BadInput when it is no JSON
     */
    public <F> PartlyRead<F> of(Class<F> type, InputStream body) throws IOException {
        return read(type, body, false);
    }

    /** A form with nothing else wrong may be handed on as it is where its constraints are checked with the parameters. */
    <F> PartlyRead<F> read(Class<F> type, InputStream body, boolean checkedAgain) throws IOException {
        var faults = new BodyFaults();
        var form = parsed(type, body, faults);
        if (form == null) {
            return new PartlyRead<>(
                    null,
                    faults.found().isEmpty()
                            ? List.of(BrokenRule.of("validation.missing", ""))
                            : List.copyOf(faults.found()),
                    faults.isFull());
        }
        var rules = FormRules.of(form);
        if (checkedAgain
                && faults.found().isEmpty()
                && rules.missing().isEmpty()
                && rules.broken().isEmpty()) {
            return new PartlyRead<>(form, List.of(), false);
        }
        var content = Stream.concat(Violations.of(validator.validate(form)).stream(), rules.broken().stream())
                .toList();
        return new PartlyRead<>(form, together(faults.found(), rules.missing(), content), false);
    }

    private <F> @Nullable F parsed(Class<F> type, InputStream body, BodyFaults faults) throws IOException {
        try (var parser = mapper.createParser(body)) {
            if (parser.nextToken() == null) {
                return null;
            }
            return faults.collectingFrom(mapper.readerFor(type)).readValue(parser);
        } catch (JsonProcessingException malformed) {
            if (faults.isFull()) {
                return null;
            }
            throw new BadInput(BrokenRule.of("json.malformed", ""));
        }
    }

    /** One fault for each place: what could not be read is not missing too, and what is blank is told as its rule does. */
    private static List<BrokenRule> together(
            Collection<BrokenRule> unread, List<BrokenRule> missing, List<BrokenRule> violations) {
        var all = new ArrayList<BrokenRule>();
        violations.stream()
                .filter(one -> unread.stream().noneMatch(fault -> isWithin(fault, one) && !isBlank(fault, one)))
                .forEach(all::add);
        Stream.concat(unread.stream(), missing.stream())
                .filter(one -> all.stream().noneMatch(fault -> fault.pointer().equals(one.pointer())))
                .filter(one -> unread.contains(one) || unread.stream().noneMatch(fault -> isWithin(fault, one)))
                .toList()
                .forEach(all::add);
        all.sort(Comparator.comparing(BrokenRule::pointer).thenComparing(BrokenRule::code));
        return all;
    }

    private static boolean isBlank(BrokenRule fault, BrokenRule at) {
        return fault.code().equals("body.blank") && fault.pointer().equals(at.pointer());
    }

    private static boolean isWithin(BrokenRule fault, BrokenRule whole) {
        return fault.pointer().equals(whole.pointer()) || fault.pointer().startsWith(whole.pointer() + "/");
    }
}
