package no.opptrapping.platform.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.management.ThreadMXBean;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.platform.problems.BadInput;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.RejectedBody;
import no.opptrapping.platform.problems.StrictJsonForTests;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodiesTest {
    enum Kind {
        SMALL("small"),
        LARGE("large");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        @JsonValue
        String code() {
            return code;
        }
    }

    record Height(@JsonValue BigInteger value) {
        Height {
            if (value.signum() < 0) {
                throw new UnfitValue("probe.not-a-height");
            }
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Height number(BigInteger value) {
            return new Height(value);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Height text(String text) {
            if (!text.matches("[0-9]+")) {
                throw new UnfitValue("probe.not-a-height");
            }
            return new Height(new BigInteger(text));
        }
    }

    record FormId(@JsonValue UUID value) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        FormId {}
    }

    record Line(
            @NotBlank String text, int percent, @Nullable Kroner amount) {}

    record Form(
            @NotBlank @Size(max = 20) @Name String name,
            @Nullable Kind kind,
            @Nullable LocalDate on,
            @Nullable OffsetDateTime at,
            @Nullable UUID id,
            @Nullable FormId formId,
            @Nullable Kroner amount,
            @Nullable MunicipalityNumber municipality,
            @Nullable OrganisationNumber organisation,
            @Nullable Boolean flag,
            @Nullable Height height,
            @MayBeBlank @Nullable String remark,

            @Nullable @Size(max = 60) @Pattern(regexp = "^[a-z0-9]+(-[a-z0-9]+)*$")
            String code,

            @Size(max = 5) @Nullable List<@NotNull @Valid Line> lines,
            @Nullable Map<String, String> entries) {}

    record Addition(List<Line> lines, Map<String, Line> named) implements OwnRules {
        @Override
        public List<BrokenRule> broken() {
            return Stream.concat(lines.stream(), named.values().stream())
                    .filter(line -> line.text().length() > line.percent())
                    .map(line -> BrokenRule.of("too-long-for-its-part", ""))
                    .toList();
        }
    }

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private final ObjectMapper mapper = mapper();

    private static ObjectMapper mapper() {
        var mapper = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        StrictJsonForTests.customize(mapper);
        new CollectingJson().customize(mapper);
        return mapper;
    }

    @Test
    void nothingAndWhatCannotBeReadAreNoPartsThatTheRulesOfTheFormMeet() {
        for (var odd : List.of("null", "[]", "true", "7", "{\"text\":null,\"percent\":1}")) {
            assertThat(pointers(Addition.class, "{\"lines\":[" + odd + "],\"named\":{}}"))
                    .as(odd)
                    .allMatch(pointer -> pointer.startsWith("/lines/0"))
                    .isNotEmpty();
            assertThat(pointers(Addition.class, "{\"lines\":[],\"named\":{\"a\":" + odd + "}}"))
                    .as(odd)
                    .allMatch(pointer -> pointer.startsWith("/named/a"))
                    .isNotEmpty();
        }
    }

    @Test
    void readsWhatIsWellFormedAndTakesAwayWhatCannotBeSeen() {
        var form = read("""
                {"name":"\\u00a0Kari\\u200b","kind":"large","on":"2025-03-15","at":"2025-03-15T12:00:00+01:00",
                 "id":"2a1ae1c4-8f43-4a3c-9d8f-0d5b0b3a1c11","amount":5,"municipality":"0301",
                 "organisation":"964 338\\u00a0531","flag":true,"remark":" \\u2060","code":"a-b",
                 "lines":[{"text":"x","percent":1}],"entries":{"a":"b"}}""");
        assertThat(form.name()).isEqualTo("Kari");
        assertThat(form.kind()).isEqualTo(Kind.LARGE);
        assertThat(form.organisation()).isEqualTo(new OrganisationNumber("964338531"));
        assertThat(form.remark()).isNull();
        assertThat(form.lines()).containsExactly(new Line("x", 1, null));
    }

    @Test
    void everyFaultOfFormAndContentComesInOneAnswer() {
        assertThat(faults("""
                        {"name":"...","kind":"huge","on":"2025-02-30","at":"2025-03-15T12:00:00","id":"1-1-1-1-1","formId":"x",
                         "amount":1.5,"municipality":"12","organisation":"123456785","flag":"true","code":"A b",
                         "lines":[{"text":"","percent":"1","amount":99999999999999},3,null,{"percent":1,"m":1},{"text":"x"}],
                         "entries":[],"a/b~c":1}"""))
                .containsExactly(
                        "/amount body.not-whole",
                        "/at body.not-a-time",
                        "/a~1b~0c body.unknown-property",
                        "/code validation.pattern",
                        "/entries body.not-an-object",
                        "/flag body.not-true-or-false",
                        "/formId body.not-an-id",
                        "/id body.not-an-id",
                        "/kind body.unknown-code",
                        "/lines/0/amount body.out-of-range",
                        "/lines/0/percent body.not-a-number",
                        "/lines/0/text validation.missing",
                        "/lines/1 body.not-an-object",
                        "/lines/2 validation.missing",
                        "/lines/3/m body.unknown-property",
                        "/lines/3/text validation.missing",
                        "/lines/4/percent validation.missing",
                        "/municipality body.not-a-municipality-number",
                        "/name validation.not-a-name",
                        "/on body.not-a-date",
                        "/organisation body.not-an-organisation-number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind",
                "on",
                "at",
                "id",
                "formId",
                "amount",
                "municipality",
                "organisation",
                "flag",
                "code",
                "lines",
                "entries"
            })
    void blankIsNoValue(String field) {
        for (var blank : List.of("", "  ", "\\u00a0", "\\u200b\\ufeff", "\\u00ad", "\\u3164", "\\u2060\\t")) {
            assertThat(faults("{\"name\":\"x\",\"" + field + "\":\"" + blank + "\"}"))
                    .containsExactly("/" + field + " body.blank");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-15T00:00:00Z,body.not-a-date",
        "+9999999-01-01,body.not-a-year",
        "+999999999-12-31,body.not-a-year",
        "-999999999-01-01,body.not-a-year",
        "1899-12-31,body.not-a-year",
        "2200-01-01,body.not-a-year",
        "20250315,body.not-a-date"
    })
    void aDateIsADayOfOurYears(String date, String code) {
        assertThat(faults("{\"name\":\"x\",\"on\":\"" + date + "\"}")).containsExactly("/on " + code);
    }

    @Test
    void whatIsBrokenInsideTellsOnlyOfItself() {
        assertThat(faults("{\"name\":[1,[2]],\"amount\":{\"a\":{}},\"municipality\":301,\"lines\":{}}"))
                .containsExactly(
                        "/amount body.not-a-number",
                        "/lines body.not-a-list",
                        "/municipality body.not-a-municipality-number",
                        "/name body.not-text");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            []        ; body.not-an-object
            "x"       ; body.not-an-object
            3         ; body.not-an-object
            {}        ; validation.missing
            """)
    void aBodyOfAnotherKindIsAFaultOfTheWhole(String json, String code) {
        assertThat(faults(json)).hasSize(1).first().asString().endsWith(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"name\":",
                "{\"name\":\"x\"} {}",
                "{\"name\":\"x\",\"name\":\"y\"}",
                "{\"lines\":[{\"text\":}]}"
            })
    void whatIsNoJsonIsRefusedAsAWhole(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(BadInput.class);
    }

    @Test
    void aHundredFaultsAreToldAndThatThereAreMore() {
        var rejected = rejected(unknownFields(200));
        assertThat(rejected.faults()).hasSize(100);
        assertThat(rejected.hasMore()).isTrue();
        assertThat(rejected(unknownFields(99)).hasMore()).isFalse();
    }

    @Test
    void aListIsReadNoLongerThanItMayBe() {
        var rejected = rejected("{\"name\":\"x\",\"lines\":["
                + IntStream.range(0, 100_000).mapToObj(_ -> "{}").collect(Collectors.joining(",")) + "]}");
        assertThat(rejected.faults().getLast().pointer()).isEqualTo("/lines");
        assertThat(rejected.faults().getLast().code()).isEqualTo("body.too-many");
    }

    @Test
    void aLongTextDoesNotReachThePatternThatWouldOverflowTheStack() {
        assertThat(faults("{\"name\":\"x\",\"code\":\"a" + "-a".repeat(9_000) + "\"}"))
                .containsExactly("/code body.too-long");
    }

    @Test
    void aMebibyteOfUnknownFieldsCostsLessThanTenMebibytes() {
        var body = unknownFields(75_000).getBytes(StandardCharsets.UTF_8);
        assertThat(body.length).isBetween(900_000, 1_048_576);
        rejected(body);

        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        rejected(body);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000_000);
    }

    @Test
    void aMebibyteWhereAWordBelongsIsSteppedOver() {
        var body = ("{\"name\":\"x\",\"height\":" + unknownFields(75_000) + "}").getBytes(StandardCharsets.UTF_8);
        rejected(body);

        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        rejected(body);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20_000_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            "tall"      ; probe.not-a-height
            -1          ; probe.not-a-height
            ""          ; body.blank
            true        ; body.not-a-number
            [1]         ; body.wrong-value
            {"value":1} ; body.wrong-value
            """)
    void aValueSaysInItsOwnWordsWhatItCannotStandFor(String written, String code) {
        assertThat(faults("{\"name\":\"x\",\"height\":" + written + "}")).containsExactly("/height " + code);
        assertThat(read("{\"name\":\"x\",\"height\":\"7\"}").height()).isEqualTo(new Height(BigInteger.valueOf(7)));
    }

    @Test
    void whoAsksForWhatCouldBeReadGetsItWithTheFaults() throws IOException {
        var partly = forms().of(Form.class, stream("{\"name\":\"...\",\"amount\":1.5,\"municipality\":\"0301\"}"));
        assertThat(partly.form().municipality()).isEqualTo(new MunicipalityNumber("0301"));
        assertThat(partly.faults().stream().map(BrokenRule::pointer)).containsExactly("/amount", "/name");
        assertThat(partly.more()).isFalse();

        var nothing = forms().of(Form.class, stream("null"));
        assertThat(catchThrowableOfType(RejectedBody.class, nothing::form).faults())
                .containsExactly(BrokenRule.of("validation.missing", ""));
        var stopped = forms().of(Form.class, stream(unknownFields(200)));
        assertThat(catchThrowableOfType(RejectedBody.class, stopped::form).hasMore())
                .isTrue();
    }

    private static String unknownFields(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "\"u%05d\":123".formatted(number))
                .collect(Collectors.joining(",", "{\"name\":\"x\",", "}"));
    }

    private JsonBodies bodies() {
        return new JsonBodies(forms());
    }

    private ReadForm forms() {
        return new ReadForm(mapper, VALIDATOR);
    }

    private static ByteArrayInputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> pointers(Class<?> form, String json) {
        var body = stream(json);
        return catchThrowableOfType(RejectedBody.class, () -> bodies().read(form, form, body)).faults().stream()
                .map(BrokenRule::pointer)
                .toList();
    }

    private List<String> faults(String json) {
        return rejected(json).faults().stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }

    private RejectedBody rejected(String json) {
        return rejected(json.getBytes(StandardCharsets.UTF_8));
    }

    private RejectedBody rejected(byte[] json) {
        return catchThrowableOfType(RejectedBody.class, () -> read(json));
    }

    private Form read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    private Form read(byte[] json) {
        try {
            return (Form) bodies().read(Form.class, Form.class, new ByteArrayInputStream(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
