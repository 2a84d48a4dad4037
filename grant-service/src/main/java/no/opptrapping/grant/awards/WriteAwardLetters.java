package no.opptrapping.grant.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.Applications;
import no.opptrapping.grant.applications.SignedBy;
import no.opptrapping.grant.known.KnownOffices;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.letters.IssueLetters;
import no.opptrapping.grant.letters.LetterKind;
import no.opptrapping.grant.letters.Letters;
import no.opptrapping.grant.letters.NewLetter;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.time.BusinessDates;

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
    private final Ledger ledger;
    private final KnownOffices offices;

    WriteAwardLetters(
            AwardLetter letter,
            Letters letters,
            IssueLetters issueLetters,
            Applications applications,
            SignedBy signedBy,
            Ledger ledger,
            KnownOffices offices) {
        this.ledger = ledger;
        this.offices = offices;
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
        var deciders = deciders(awards, Award::decidedAt);
        issueLetters.issue(awards.stream()
                .map(award -> {
                    var why = reasons.getOrDefault(award.id(), List.of());
                    return letter(
                            award,
                            award.decidedAt(),
                            Optional.ofNullable(deciders.get(award.id())),
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
                Optional.ofNullable(deciders(List.of(award), _ -> decidedAt).get(award.id())),
                language -> reasons.isEmpty()
                        ? before.map(one -> letters.text(one.id(), language).paragraphs(AwardLetter.EXPLANATION))
                                .orElseGet(List::of)
                        : reasons.stream()
                                .map(sentence -> sentence.in(language))
                                .toList()));
    }

    /** What the offices are called then whose frames the awards are of, by the awards; the others are the Directorate's. */
    private Map<AwardId, String> deciders(List<Award> awards, Function<Award, Instant> at) {
        var frames =
                ledger.framesOf(awards.stream().map(award -> award.id().value()).collect(Collectors.toSet()));
        if (frames.isEmpty()) {
            return Map.of();
        }
        var known = offices.get();
        return awards.stream()
                .filter(award -> frames.containsKey(award.id().value()))
                .collect(Collectors.toMap(
                        Award::id,
                        award -> known.name(
                                Objects.requireNonNull(frames.get(award.id().value())),
                                BusinessDates.of(at.apply(award)))));
    }

    private NewLetter letter(
            Award award, Instant decidedAt, Optional<String> office, Function<Language, List<String>> reasons) {
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
                        office,
                        application.stream()
                                .flatMap(one -> signedBy.sentences(one, language))
                                .toList(),
                        reasons.apply(language)));
    }
}
