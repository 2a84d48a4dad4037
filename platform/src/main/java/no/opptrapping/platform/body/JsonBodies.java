package no.opptrapping.platform.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import no.opptrapping.platform.problems.BadInput;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.RejectedBody;
import no.opptrapping.platform.problems.Violations;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a request into its form: a record whose components say what is asked for, by their types, by
 * {@code @Nullable} and by Bean Validation. What is no JSON is refused (400). Everything else that is wrong is told in
 * one answer (422), of form and of content, each with its pointer: types, unknown properties, blank where something is
 * asked for, what is missing, and what the constraints say of the rest.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
class JsonBodies implements ServerMessageBodyReader<Object> {
    private final ObjectMapper mapper;
    private final Validator validator;

    JsonBodies(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, ResteasyReactiveResourceInfo method, MediaType mediaType) {
        return isOurs(type);
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return isOurs(type);
    }

    @Override
    public @Nullable Object readFrom(
            Class<Object> type, Type generic, MediaType mediaType, ServerRequestContext context) throws IOException {
        return read(type, context.getInputStream());
    }

    @Override
    public @Nullable Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(type, body);
    }

    private static boolean isOurs(Class<?> type) {
        return type.isRecord() || type == JsonNode.class;
    }

    @Nullable
    Object read(Class<?> type, InputStream body) throws IOException {
        var faults = new BodyFaults();
        var form = parsed(type, body, faults);
        if (form == null) {
            if (faults.found().isEmpty()) {
                return null;
            }
            throw new RejectedBody(List.copyOf(faults.found()), faults.isFull());
        }
        var rules = FormRules.of(form);
        if (faults.found().isEmpty()
                && rules.missing().isEmpty()
                && rules.broken().isEmpty()) {
            return form; // the constraints are checked where the form is a parameter
        }
        var content = Stream.concat(Violations.of(validator.validate(form)).stream(), rules.broken().stream())
                .toList();
        throw new RejectedBody(together(faults.found(), rules.missing(), content), false);
    }

    private @Nullable Object parsed(Class<?> type, InputStream body, BodyFaults faults) throws IOException {
        try (var parser = mapper.createParser(body)) {
            if (parser.nextToken() == null) {
                return null;
            }
            return faults.collectingFrom(mapper.readerFor(type))
                    .readValue(type == JsonNode.class ? new NarrowObjects(parser, faults) : parser);
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
