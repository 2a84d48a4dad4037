package no.opptrapping.reporting.forms;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Every edition of every form, from {@code forms/}: {@code editions.json} lists them, and each has a schema and its
 * questions. Old editions stay readable for ever.
 */
@ApplicationScoped
public class Forms {
    private final Map<String, NavigableMap<Integer, Form>> editions;

    /** Reads every edition there is. */
    public Forms() {
        var json = JsonMapper.builder().build();
        var listed = read(json, "editions.json", new TypeReference<Map<String, List<Integer>>>() {});
        this.editions = listed.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, form -> editions(json, form.getKey(), form.getValue())));
    }

    private static NavigableMap<Integer, Form> editions(ObjectMapper json, String code, List<Integer> years) {
        var forms = new TreeMap<Integer, Form>();
        for (var year : years) {
            var name = code + "-" + year;
            forms.put(
                    year,
                    new Form(
                            code,
                            year,
                            read(json, name + ".schema.json", new TypeReference<JsonNode>() {}),
                            read(json, name + ".questions.json", new TypeReference<List<Question>>() {})));
        }
        return forms;
    }

    private static <T> T read(ObjectMapper json, String name, TypeReference<T> shape) {
        try (var stream = Forms.class.getResourceAsStream("/forms/" + name)) {
            if (stream == null) {
                throw new FileNotFoundException("forms/" + name);
            }
            return json.readValue(stream, shape);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The edition that is asked for the year: the newest that is not of a later year, else the first.
     *
     * @throws IllegalArgumentException when there is no form of that code
     */
    public int newestEdition(String code, Year year) {
        return find(code, Optional.of(year))
                .map(Form::edition)
                .orElseThrow(() -> new IllegalArgumentException("There is no form " + code));
    }

    /** The form that is asked for the year, or the newest when no year is given; empty when the code is unknown. */
    public Optional<Form> find(String code, Optional<Year> year) {
        return Optional.ofNullable(editions.get(code)).map(forms -> {
            if (year.isEmpty()) {
                return forms.lastEntry().getValue();
            }
            var newest = forms.floorEntry(year.get().getValue());
            return newest == null ? forms.firstEntry().getValue() : newest.getValue();
        });
    }
}
