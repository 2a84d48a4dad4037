package no.opptrapping.reporting.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.reporting.WireJson;
import org.junit.jupiter.api.Test;

class FormsTest {
    private final Form form = new Forms().find("is-24-8", Optional.empty()).orElseThrow();

    @Test
    void givesTheEditionThatIsAskedForTheYear() {
        var forms = new Forms();
        assertThat(forms.newestEdition("is-24-8", Year.of(2025))).isEqualTo(2014);
        assertThat(forms.newestEdition("is-24-8", Year.of(2012))).isEqualTo(2014);
        assertThat(forms.find("no-such", Optional.empty())).isEmpty();
    }

    @Test
    void asksEveryQuestionInThreeLanguages() {
        assertThat(form.questions())
                .isNotEmpty()
                .allSatisfy(question -> assertThat(Stream.of(
                                question.text().nb(),
                                question.text().nn(),
                                question.text().en()))
                        .allMatch(text -> !text.isBlank()))
                .extracting(Question::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void offersExactlyTheAnswersThatTheServiceUnderstands() {
        assertThat(options("/manYears/*/area")).isEqualTo(codes(ServiceArea.values(), ServiceArea::code));
        assertThat(options("/manYears/*/education")).isEqualTo(codes(Education.values(), Education::code));
        assertThat(options("/manYears/*/targetGroup")).isEqualTo(codes(TargetGroup.values(), TargetGroup::code));
        assertThat(options("/purpose")).isEqualTo(codes(PurposeShare.values(), PurposeShare::code));
        assertThat(options("/services/*/works")).isEqualTo(codes(ServiceWorks.values(), ServiceWorks::code));
        assertThat(options("/services/*/change")).isEqualTo(codes(ServiceChange.values(), ServiceChange::code));
        assertThat(options("/services/*/measure")).isEqualTo(Measures.CODES);
    }

    @Test
    void hasASchemaThatFitsWhatTheServiceWrites() {
        assertThat(faults(WireJson.of(new Answers(
                        List.of(new AccountAnswer(
                                UUID.randomUUID(), null, Kroner.of(1), Kroner.of(1), Kroner.ZERO, null, null, true)),
                        List.of(new ManYearsAnswer(
                                TargetGroup.CHILDREN,
                                ServiceArea.TREATMENT,
                                Education.USER_EXPERIENCE,
                                ManYears.of("0.5"))),
                        PurposeShare.VERY_LARGE,
                        List.of(new ServiceAnswer("lar-follow-up", true, ServiceWorks.MEDIUM, ServiceChange.WEAKENED)),
                        List.of(new AnswerComment("/manYears", "x"))))))
                .isEmpty();
        assertThat(faults(WireJson.of(Answers.NONE))).isEmpty();
        assertThat(faults("{\"manYears\":[{\"targetGroup\":\"adults\",\"area\":\"treatment\",\"education\":\"none\","
                        + "\"value\":2.5}]}"))
                .isNotEmpty();
    }

    private List<String> faults(String answers) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(form.schema().toString(), InputFormat.JSON)
                .validate(answers, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private List<String> options(String pointer) {
        return form.questions().stream()
                .filter(question -> question.pointer().equals(pointer))
                .flatMap(question -> question.options().stream())
                .map(Question.Option::code)
                .toList();
    }

    private static <E> List<String> codes(E[] values, java.util.function.Function<E, String> code) {
        return Arrays.stream(values).map(code).toList();
    }
}
