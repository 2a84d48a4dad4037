package no.opptrapping.grant.awards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.letters.LetterText;
import no.opptrapping.grant.letters.LetterText.Section;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AwardLetterTest {
    private final AwardLetter letter = new AwardLetter(new Texts());

    @ParameterizedTest
    @EnumSource
    void hasEveryPartThatTheStatesRulesAskFor(Language language) {
        var written = letter.write(SampleAwards.joint(), language);
        assertThat(written.sections())
                .extracting(Section::code)
                .containsExactly("background", "amount", "conditions", "reporting", "control", "repayment", "appeal");
        assertThat(whole(written)).doesNotContain("{", "}", "letter.");
    }

    @ParameterizedTest
    @EnumSource
    void namesTheParticipantsAndTheMeasuresOfAJointAward(Language language) {
        var text = whole(letter.write(SampleAwards.joint(), language));
        assertThat(text).contains("4601", "4624", "Oppsøkende team");
    }

    @ParameterizedTest
    @EnumSource
    void asksForTheAuditorOnlyFromTheThreshold(Language language) {
        var threshold = language == Language.EN ? "200,000" : "200\u00a0000";
        assertThat(whole(letter.write(SampleAwards.joint(), language))).contains(threshold);
        assertThat(whole(letter.write(SampleAwards.accepted(), language))).doesNotContain(threshold);
    }

    @ParameterizedTest
    @EnumSource
    void neverSpeaksOfAnApplicationWhereThereWasNone(Language language) {
        var word = language == Language.EN ? "application from" : "søknaden fr";
        assertThat(whole(letter.write(SampleAwards.accepted(), language))).doesNotContain(word);
        assertThat(whole(letter.write(SampleAwards.joint(), language))).contains(word);
    }

    @ParameterizedTest
    @EnumSource
    void speaksForTheOfficeThatDecided(Language language) {
        var office = "Statsforvaltaren i Vestland";
        var written = letter.write(SampleAwards.accepted(), language, Optional.of(office), List.of(), List.of());
        assertThat(written.sender()).isEqualTo(office);
        assertThat(written.contact().name()).isEqualTo(office);
        assertThat(written.sections())
                .filteredOn(section -> section.paragraphs().toString().contains(office))
                .extracting(Section::code)
                .containsExactly("background", "control", "appeal");
        assertThat(whole(written)).doesNotContain("{", "}", "letter.");
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatWasChangedAndWhy(Language language) {
        var written = letter.write(SampleAwards.corrected(), language);
        var thousands = language == Language.EN ? "," : "\u00a0";
        assertThat(written.sections()).extracting(Section::code).startsWith("background", "change", "amount");
        assertThat(whole(written))
                .contains("1" + thousands + "400" + thousands + "000", "1" + thousands + "260" + thousands + "000")
                .contains(
                        "40" + thousands + "000",
                        SampleAwards.corrected().changes().getLast().reason().in(language))
                .doesNotContain("{", "}", "letter.");
    }

    @ParameterizedTest
    @EnumSource
    void saysOfAnAwardThatIsReducedToNothingOnlyThat(Language language) {
        var award = SampleAwards.joint();
        var written = letter.write(award.changed(SampleAwards.toNothing(award), award.terms()), language);
        assertThat(written.sections()).extracting(Section::code).containsExactly("background", "change", "appeal");
        assertThat(written.amount()).isEqualTo(Kroner.ZERO);
    }

    private static String whole(LetterText letter) {
        var text = new StringBuilder(letter.title());
        letter.sections().forEach(section -> {
            text.append('\n').append(section.title());
            section.paragraphs().forEach(paragraph -> text.append('\n').append(paragraph));
        });
        return text.toString();
    }
}
