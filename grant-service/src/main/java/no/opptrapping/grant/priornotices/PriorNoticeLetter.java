package no.opptrapping.grant.priornotices;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.LetterSender;
import no.opptrapping.grant.letters.LetterKind;
import no.opptrapping.grant.letters.LetterText;
import no.opptrapping.grant.letters.NewLetter;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;

/**
 * Writes the letter of a prior notice (<i>forhåndsvarsel</i>): what is to be decided and why, and how and until when the
 * municipality can say what it has to say (forvaltningsloven § 16).
 */
@ApplicationScoped
class PriorNoticeLetter {
    private final Texts texts;
    private final LetterSender senders;

    PriorNoticeLetter(Texts texts, LetterSender senders) {
        this.texts = texts;
        this.senders = senders;
    }

    NewLetter of(PriorNotice notice, Award award) {
        var to = award.holder();
        var sender = senders.of(award, BusinessDates.of(notice.sentAt()));
        return new NewLetter(
                LetterKind.PRIOR_NOTICE,
                notice.id().value(),
                Optional.empty(),
                notice.reference(),
                notice.scheme(),
                new NewLetter.Recipient(to.municipality(), to.number(), to.name()),
                notice.sentAt(),
                language -> write(notice, award, sender, language));
    }

    private LetterText write(PriorNotice notice, Award award, LetterSender.Sender sender, Language language) {
        var facts = new HashMap<String, Object>();
        facts.put("reference", notice.reference());
        facts.put("scheme", award.purpose().name().in(language));
        facts.put("year", award.year().toString());
        facts.put("municipality", award.holder().name());
        facts.put("amount", notice.amount());
        facts.put("answerBy", notice.answerBy());
        facts.put("address", "/v1/prior-notices/" + notice.id());
        var kind = notice.kind().code();
        return new LetterText(
                notice.reference(),
                language.tag(),
                BusinessDates.of(notice.sentAt()),
                texts.text(language, "prior-notice." + kind + "-title", facts),
                sender.name(texts, language),
                award.holder().name(),
                notice.kind().isAboutMoney() ? notice.amount() : Kroner.ZERO,
                List.of(
                        section("background", language, facts, List.of("prior-notice.background")),
                        new LetterText.Section(
                                "notice",
                                texts.text(language, "prior-notice.notice-title", facts),
                                List.of(texts.text(language, "prior-notice." + kind, facts), notice.text())),
                        section(
                                "comments",
                                language,
                                facts,
                                List.of(
                                        "prior-notice.comments",
                                        "prior-notice.comments-how",
                                        "prior-notice.comments-waived"))),
                sender.contact(),
                "");
    }

    private LetterText.Section section(
            String code, Language language, Map<String, Object> facts, List<String> paragraphs) {
        return new LetterText.Section(
                code,
                texts.text(language, "prior-notice." + code + "-title", facts),
                paragraphs.stream()
                        .map(paragraph -> texts.text(language, paragraph, facts))
                        .toList());
    }
}
