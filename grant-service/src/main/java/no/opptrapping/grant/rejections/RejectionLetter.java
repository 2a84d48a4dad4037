package no.opptrapping.grant.rejections;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.SignedBy;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.letters.LetterKind;
import no.opptrapping.grant.letters.LetterText;
import no.opptrapping.grant.letters.NewLetter;
import no.opptrapping.grant.schemerules.SchemeRules;
import no.opptrapping.grant.schemes.Contact;
import no.opptrapping.grant.schemes.Scheme;
import no.opptrapping.grant.schemes.Schemes;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;

/**
 * Writes the letter of a rejection (<i>avslagsbrev</i>): what was applied for, that nothing is given, why, and what can be
 * appealed (forvaltningsloven §§ 24, 25 and 27).
 */
@ApplicationScoped
class RejectionLetter {
    private final Texts texts;
    private final Schemes schemes;
    private final KnownMunicipalities municipalities;
    private final SignedBy signedBy;

    RejectionLetter(Texts texts, Schemes schemes, KnownMunicipalities municipalities, SignedBy signedBy) {
        this.signedBy = signedBy;
        this.texts = texts;
        this.schemes = schemes;
        this.municipalities = municipalities;
    }

    /**
     * An application that is rejected, with what its letter needs.
     *
     * @param office what the county governor's office is called that decided it; empty: the Directorate
     * @param assessed what it was found to be worth; empty when nobody assessed it
     * @param correction why a decision that gave it money was corrected; empty when it had none
     */
    record Case(
            Application application,
            Call call,
            SchemeRules rules,
            Rejection rejection,
            Optional<String> office,
            Optional<Kroner> assessed,
            Optional<LocalisedText> correction) {}

    NewLetter of(Case one) {
        var application = one.application();
        var scheme = schemes.find(application.scheme())
                .orElseThrow(() -> new IllegalStateException("No scheme " + application.scheme()));
        var name = municipalities
                .byId(application.host(), BusinessDates.of(one.rejection().at()))
                .map(KnownMunicipality::name)
                .orElse(application.hostNumber().value());
        return new NewLetter(
                LetterKind.REJECTION,
                application.id().value(),
                Optional.of(application.id().value()),
                application.reference(),
                application.scheme(),
                new NewLetter.Recipient(application.host(), application.hostNumber(), name),
                one.rejection().at(),
                language -> write(one, scheme, name, language));
    }

    private LetterText write(Case one, Scheme scheme, String recipient, Language language) {
        var facts = facts(one, scheme, recipient, language);
        return new LetterText(
                one.application().reference(),
                language.tag(),
                BusinessDates.of(one.rejection().at()),
                texts.text(language, "rejection.title", facts),
                one.office().orElseGet(() -> texts.text(language, "letter.directorate", Map.of())),
                recipient,
                Kroner.ZERO,
                List.of(
                        new LetterText.Section(
                                "background",
                                texts.text(language, "rejection.background-title", facts),
                                Stream.concat(
                                                Stream.of(
                                                        texts.text(
                                                                language,
                                                                one.office().isPresent()
                                                                        ? "rejection.background-office"
                                                                        : "rejection.background",
                                                                facts),
                                                        texts.text(language, "rejection.background-call", facts)),
                                                signedBy.sentences(one.application(), language))
                                        .toList()),
                        section(
                                "decision",
                                texts.text(language, "rejection.decision-title", facts),
                                texts.text(language, "rejection.decision", facts)),
                        new LetterText.Section(
                                "reasons",
                                texts.text(language, "rejection.reasons-title", facts),
                                reasons(one, facts, language)),
                        section(
                                "appeal",
                                texts.text(language, "rejection.appeal-title", facts),
                                texts.text(language, appealed(one), facts),
                                texts.text(language, "rejection.documents", facts),
                                texts.text(
                                        language,
                                        one.office().isPresent() ? "rejection.questions-office" : "rejection.questions",
                                        facts))),
                one.office().map(name -> new Contact(name, "", "")).orElse(scheme.contact()),
                "/v1/allocation-runs/" + one.rejection().run() + "/explanations/"
                        + one.application().hostNumber());
    }

    private static String appealed(Case one) {
        if (one.rules().appealDays() == 0) {
            return "rejection.appeal-none";
        }
        return one.office().isPresent() ? "rejection.appeal-office" : "rejection.appeal";
    }

    private static LetterText.Section section(String code, String title, String... paragraphs) {
        return new LetterText.Section(code, title, List.of(paragraphs));
    }

    private List<String> reasons(Case one, Map<String, Object> facts, Language language) {
        var reasons = new ArrayList<String>();
        one.correction().ifPresent(why -> {
            reasons.add(texts.text(language, "rejection.corrected", facts));
            reasons.add(why.in(language));
        });
        one.rejection().text().ifPresent(text -> reasons.add(text.in(language)));
        one.rejection().words().ifPresent(reasons::add);
        if (one.rejection().reason().equals(Rejection.NO_MONEY_LEFT)) {
            reasons.add(texts.text(language, "rejection.no-money-left", facts));
            if (one.assessed().isPresent()) {
                reasons.add(texts.text(language, "rejection.assessed", facts));
            }
        }
        reasons.add(texts.text(language, "rejection.criteria", facts));
        return reasons;
    }

    private static Map<String, Object> facts(Case one, Scheme scheme, String recipient, Language language) {
        var facts = new HashMap<String, Object>();
        facts.put("scheme", scheme.name().in(language));
        facts.put("year", one.application().year().toString());
        facts.put("chapter", one.rules().chapter());
        facts.put("item", one.rules().item());
        facts.put("call", one.call().title().in(language));
        facts.put("municipality", recipient);
        facts.put("reference", one.application().reference());
        facts.put("asked", one.application().asked());
        facts.put("assessed", one.assessed().orElse(Kroner.ZERO));
        facts.put("budget", one.call().budget());
        facts.put("decidedOn", BusinessDates.of(one.rejection().at()));
        facts.put("appealDays", one.rules().appealDays());
        one.office().ifPresent(name -> facts.put("office", name));
        facts.put("contact", scheme.contact().name());
        facts.put("email", scheme.contact().email());
        return facts;
    }
}
