package no.opptrapping.grant.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.Applications;
import no.opptrapping.grant.applications.SignedBy;
import no.opptrapping.grant.letters.IssueLetters;
import no.opptrapping.grant.letters.LetterKind;
import no.opptrapping.grant.letters.Letters;
import no.opptrapping.grant.letters.NewLetter;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.LocalisedText;

/**
 * Writes the letters of awards, which are kept as they are: when the award is made, and again, in place of the one
 * before, when something is promised of later years or its amount is changed.
 */
@ApplicationScoped
class WriteAwardLetters {
    private final AwardLetter letter;
    private final Letters letters;
    private final IssueLetters issueLetters;
    private final Applications applications;
    private final SignedBy signedBy;

    WriteAwardLetters(
            AwardLetter letter,
            Letters letters,
            IssueLetters issueLetters,
            Applications applications,
            SignedBy signedBy) {
        this.applications = applications;
        this.signedBy = signedBy;
        this.letter = letter;
        this.letters = letters;
        this.issueLetters = issueLetters;
    }

    /**
     * Writes the letters of awards that are being made; an award that has one keeps it.
     *
     * @param reasons why the amounts are what they are, in words
     */
    @Transactional(TxType.MANDATORY)
    void issue(List<Award> awards, Map<AwardId, List<LocalisedText>> reasons) {
        issueLetters.issue(awards.stream()
                .map(award -> {
                    var why = reasons.getOrDefault(award.id(), List.of());
                    return letter(
                            award,
                            award.decidedAt(),
                            language -> why.stream()
                                    .map(sentence -> sentence.in(language))
                                    .toList());
                })
                .toList());
    }

    /** Writes a letter in place of the one that the award has; why the amount is what it is stays as it was written. */
    @Transactional(TxType.MANDATORY)
    void renew(Award award, Instant decidedAt) {
        renew(award, decidedAt, List.of());
    }

    /**
     * Writes a letter in place of the one that the award has.
     *
     * @param reasons why the amount is what it is; empty: as it was written before
     */
    @Transactional(TxType.MANDATORY)
    void renew(Award award, Instant decidedAt, List<LocalisedText> reasons) {
        var before = letters.newest(LetterKind.AWARD, award.id().value());
        issueLetters.renew(letter(
                award,
                decidedAt,
                language -> reasons.isEmpty()
                        ? before.map(one -> letters.text(one.id(), language).paragraphs(AwardLetter.EXPLANATION))
                                .orElseGet(List::of)
                        : reasons.stream()
                                .map(sentence -> sentence.in(language))
                                .toList()));
    }

    private NewLetter letter(Award award, Instant decidedAt, Function<Language, List<String>> reasons) {
        var to = award.holder();
        var application = award.application().flatMap(applications::find);
        return new NewLetter(
                LetterKind.AWARD,
                award.id().value(),
                award.application().map(ApplicationId::value),
                award.reference(),
                award.purpose().scheme(),
                new NewLetter.Recipient(to.municipality(), to.number(), to.name()),
                decidedAt,
                language -> letter.write(
                        award,
                        language,
                        application.stream()
                                .flatMap(one -> signedBy.sentences(one, language))
                                .toList(),
                        reasons.apply(language)));
    }
}
