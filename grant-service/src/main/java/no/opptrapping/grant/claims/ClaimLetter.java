package no.opptrapping.grant.claims;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.LetterSender;
import no.opptrapping.grant.letters.IssueLetters;
import no.opptrapping.grant.letters.LetterKind;
import no.opptrapping.grant.letters.LetterText;
import no.opptrapping.grant.letters.NewLetter;
import no.opptrapping.grant.priornotices.PriorNotice;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;

/**
 * Writes the letter of a claim (<i>krav om tilbakebetaling</i>): what is to be paid back and why, what the municipality's
 * comments are answered, how it is paid, and what can be appealed (forvaltningsloven §§ 24, 25 and 27).
 */
@ApplicationScoped
class ClaimLetter {
    private final Texts texts;
    private final IssueLetters letters;
    private final LetterSender senders;

    ClaimLetter(Texts texts, IssueLetters letters, LetterSender senders) {
        this.texts = texts;
        this.letters = letters;
        this.senders = senders;
    }

    /** Issues the letter of what is decided. */
    void issue(Claim claim, Award award, List<PriorNotice.Comment> comments, AccountNumber account) {
        var decision = claim.decision().orElseThrow();
        letters.issue(List.of(letter(LetterKind.CLAIM, claim, award, decision.at(), (language, sender) -> {
            var facts = facts(claim, award, account, sender, language);
            return text(
                    award,
                    decision.at(),
                    sender,
                    language,
                    "claim.title",
                    decision.amount(),
                    facts,
                    List.of(
                            section("background", language, facts, background(sender)),
                            section("decision", language, facts, List.of("claim.decision")),
                            written(
                                    "reasons",
                                    language,
                                    facts,
                                    List.of("claim.reason-" + claim.cause().code()),
                                    decision.reason()),
                            comments.isEmpty()
                                    ? section("comments", language, facts, List.of("claim.comments-none"))
                                    : written(
                                            "comments",
                                            language,
                                            facts,
                                            List.of("claim.comments-made"),
                                            decision.answer().orElse("")),
                            section("payment", language, facts, List.of("claim.payment", "claim.payment-kid")),
                            section("appeal", language, facts, List.of(appealed(award, sender), questions(sender)))));
        })));
    }

    /** Issues the reminder of what is not paid in time. */
    void remind(Claim claim, Award award, AccountNumber account, Instant at) {
        letters.issue(List.of(letter(LetterKind.CLAIM_REMINDER, claim, award, at, (language, sender) -> {
            var facts = facts(claim, award, account, sender, language);
            return text(
                    award,
                    at,
                    sender,
                    language,
                    "claim.reminder-title",
                    claim.outstanding(),
                    facts,
                    List.of(
                            section("background", language, facts, background(sender)),
                            section("reminder", language, facts, List.of("claim.reminder")),
                            section("payment", language, facts, List.of("claim.reminder-payment", "claim.payment-kid")),
                            section("questions", language, facts, List.of(questions(sender)))));
        })));
    }

    private NewLetter letter(
            LetterKind kind,
            Claim claim,
            Award award,
            Instant at,
            BiFunction<Language, LetterSender.Sender, LetterText> write) {
        var to = award.holder();
        var sender = senders.of(award, BusinessDates.of(at));
        return new NewLetter(
                kind,
                claim.id().value(),
                Optional.empty(),
                award.reference(),
                claim.scheme(),
                new NewLetter.Recipient(to.municipality(), to.number(), to.name()),
                at,
                language -> write.apply(language, sender));
    }

    private LetterText text(
            Award award,
            Instant at,
            LetterSender.Sender sender,
            Language language,
            String title,
            Kroner amount,
            Map<String, Object> facts,
            List<LetterText.Section> sections) {
        return new LetterText(
                award.reference(),
                language.tag(),
                BusinessDates.of(at),
                texts.text(language, title, facts),
                sender.name(texts, language),
                award.holder().name(),
                amount,
                sections,
                sender.contact(),
                "");
    }

    private static List<String> background(LetterSender.Sender sender) {
        return List.of(sender.office().isPresent() ? "claim.background-office" : "claim.background");
    }

    private static String questions(LetterSender.Sender sender) {
        return sender.office().isPresent() ? "claim.questions-office" : "claim.questions";
    }

    /** An appeal is sent to whoever decided (forvaltningsloven § 32), and the one above decides it (§ 28). */
    private static String appealed(Award award, LetterSender.Sender sender) {
        if (award.terms().appealDays() == 0) {
            return "claim.appeal-none";
        }
        return sender.office().isPresent() ? "claim.appeal-office" : "claim.appeal";
    }

    private LetterText.Section section(
            String code, Language language, Map<String, Object> facts, List<String> paragraphs) {
        return new LetterText.Section(
                code,
                texts.text(language, "claim." + code + "-title", facts),
                paragraphs.stream()
                        .map(paragraph -> texts.text(language, paragraph, facts))
                        .toList());
    }

    /** A part that ends with what a person has written. */
    private LetterText.Section written(
            String code, Language language, Map<String, Object> facts, List<String> paragraphs, String words) {
        var section = section(code, language, facts, paragraphs);
        return new LetterText.Section(
                code,
                section.title(),
                Stream.concat(section.paragraphs().stream(), Stream.of(words)).toList());
    }

    private static Map<String, Object> facts(
            Claim claim, Award award, AccountNumber account, LetterSender.Sender sender, Language language) {
        var facts = new HashMap<String, Object>();
        facts.put("reference", award.reference());
        facts.put("scheme", award.purpose().name().in(language));
        facts.put("year", award.year().toString());
        facts.put("chapter", award.purpose().chapter());
        facts.put("item", award.purpose().item());
        facts.put("municipality", award.holder().name());
        facts.put("amount", claim.claimed().minus(claim.writtenOff()));
        facts.put("outstanding", claim.outstanding());
        facts.put("kid", claim.kid().value());
        facts.put("account", account.value());
        facts.put("dueOn", claim.dueOn().orElseThrow());
        facts.put("appealDays", award.terms().appealDays());
        facts.put("contact", sender.contact().name());
        facts.put("email", sender.contact().email());
        facts.put("office", sender.office().orElse(""));
        return facts;
    }
}
