package no.opptrapping.grant.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.letters.LetterText;
import no.opptrapping.grant.letters.LetterText.Section;
import no.opptrapping.grant.schemes.Contact;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.values.Kroner;

/**
 * Writes the award letter (<i>tilskuddsbrev</i>): background, reasons and amount, conditions, reporting and payment,
 * control, reversal and repayment, and what can be appealed (Bestemmelser om økonomistyring i staten, chapter 6.3.2).
 * What it says follows from the award alone.
 */
@ApplicationScoped
public class AwardLetter {
    /** The code of the part that says how the amount was computed. */
    static final String EXPLANATION = "explanation";

    /** The name of the county governor's office that decided, among the facts. */
    private static final String OFFICE = "office";

    private final Texts texts;

    AwardLetter(Texts texts) {
        this.texts = texts;
    }

    /** The letter of an award whose amount is explained elsewhere. */
    public LetterText write(Award award, Language language) {
        return write(award, language, Optional.empty(), List.of(), List.of());
    }

    /**
     * The letter of an award.
     *
     * @param office what the county governor's office is called that decided it; empty: the Directorate
     * @param signed who filled in and signed the application, in sentences
     * @param reasons why the amount is what it is, in the language
     */
    public LetterText write(
            Award award, Language language, Optional<String> office, List<String> signed, List<String> reasons) {
        var facts = facts(award, language);
        office.ifPresent(name -> facts.put(OFFICE, name));
        return new LetterText(
                award.reference(),
                language.tag(),
                award.decidedOn(),
                texts.text(language, "letter.title", facts),
                office.orElseGet(() -> texts.text(language, "letter.directorate", Map.of())),
                award.recipient().name(),
                award.isValid() ? award.amount() : Kroner.ZERO,
                sections(award, language, facts, signed, reasons),
                office.map(name -> new Contact(name, "", ""))
                        .orElse(award.purpose().contact()),
                award.explanation());
    }

    private List<Section> sections(
            Award award, Language language, Map<String, Object> facts, List<String> signed, List<String> reasons) {
        if (!award.changes().isEmpty() && !award.isValid()) {
            return List.of(
                    background(award, language, facts, signed),
                    change(award, language, facts),
                    appeal(award, language, facts));
        }
        var sections = new ArrayList<>(List.of(
                background(award, language, facts, signed),
                amount(award, language, facts),
                conditions(award, language, facts),
                reporting(award, language, facts),
                section(
                        "control",
                        language,
                        facts,
                        List.of(
                                isOfOffice(facts) ? "letter.control-office" : "letter.control",
                                "letter.control-access")),
                section("repayment", language, facts, List.of("letter.repayment", "letter.repayment-unspent")),
                appeal(award, language, facts)));
        if (!reasons.isEmpty()) {
            sections.add(2, new Section(EXPLANATION, texts.text(language, "letter.explanation", facts), reasons));
        }
        if (!award.changes().isEmpty()) {
            sections.add(1, change(award, language, facts));
        }
        return sections;
    }

    private Section appeal(Award award, Language language, Map<String, Object> facts) {
        return section(
                "appeal",
                language,
                facts,
                List.of(appealed(award, facts), isOfOffice(facts) ? "letter.questions-office" : "letter.questions"));
    }

    /** An appeal is sent to whoever decided (forvaltningsloven § 32), and the one above decides it (§ 28). */
    private static String appealed(Award award, Map<String, Object> facts) {
        if (award.terms().appealDays() == 0) {
            return "letter.appeal-none";
        }
        return isOfOffice(facts) ? "letter.appeal-office" : "letter.appeal";
    }

    private static boolean isOfOffice(Map<String, Object> facts) {
        return facts.containsKey(OFFICE);
    }

    /** What its last change was, and why; what is said of it before and after is said of the whole award. */
    private Section change(Award award, Language language, Map<String, Object> facts) {
        var change = award.changes().getLast();
        var changed = new LinkedHashMap<>(facts);
        changed.put("before", change.before());
        changed.put("after", change.after());
        changed.put("claimed", change.claimed());
        changed.put("changedOn", change.on());
        changed.put("reason", change.reason().in(language));
        var codes = new ArrayList<>(List.of("letter.change-" + change.cause().code(), "letter.change-reason"));
        if (change.difference().isNegative()) {
            codes.add(change.claimed().isPositive() ? "letter.change-claimed" : "letter.change-unpaid");
        }
        if (change.after().isZero()) {
            codes.add("letter.change-nothing");
        }
        return section("change", language, changed, codes);
    }

    private Section background(Award award, Language language, Map<String, Object> facts, List<String> signed) {
        var section = section(
                "background",
                language,
                facts,
                List.of(isOfOffice(facts) ? "letter.background-office" : "letter.background", origin(award)));
        var paragraphs = new ArrayList<>(section.paragraphs());
        paragraphs.addAll(signed);
        return new Section(section.code(), section.title(), paragraphs);
    }

    private static String origin(Award award) {
        if (award.continues().isPresent()) {
            return "letter.background-commitment";
        }
        return award.application().isPresent() ? "letter.background-application" : "letter.background-objective";
    }

    private Section amount(Award award, Language language, Map<String, Object> facts) {
        var section = section("amount", language, facts, List.of("letter.amount", reasons(award)));
        var paragraphs = new ArrayList<>(section.paragraphs());
        if (award.participants().size() > 1) {
            paragraphs.add(texts.text(language, "letter.participants", facts));
            award.participants()
                    .forEach(share -> paragraphs.add(texts.text(
                            language,
                            "letter.participant",
                            Map.of("number", share.number().value(), "share", share.share()))));
        }
        award.laterYears()
                .forEach(promised -> paragraphs.add(texts.text(
                        language,
                        "letter.later-year",
                        Map.of("year", promised.year().toString(), "amount", promised.amount()))));
        return new Section(section.code(), section.title(), paragraphs);
    }

    private static String reasons(Award award) {
        if (award.continues().isPresent()) {
            return "letter.reasons-commitment";
        }
        return award.application().isPresent() ? "letter.reasons-application" : "letter.reasons-objective";
    }

    private Section conditions(Award award, Language language, Map<String, Object> facts) {
        var section = section(
                "conditions",
                language,
                facts,
                award.acceptance().isPresent()
                        ? List.of("letter.conditions")
                        : List.of("letter.conditions", "letter.conditions-acceptance"));
        if (award.measures().isEmpty()) {
            return section;
        }
        var paragraphs = new ArrayList<>(section.paragraphs());
        paragraphs.add(texts.text(language, "letter.measures", facts));
        award.measures()
                .forEach(measure -> paragraphs.add(texts.text(
                        language, "letter.measure", Map.of("title", measure.title(), "amount", measure.amount()))));
        return new Section(section.code(), section.title(), paragraphs);
    }

    private Section reporting(Award award, Language language, Map<String, Object> facts) {
        var codes = new ArrayList<>(List.of("letter.payment", "letter.reporting"));
        codes.add(
                award.reporting().size() == Award.Reporting.Size.FULL
                        ? "letter.reporting-full"
                        : "letter.reporting-simple");
        award.reporting()
                .auditorThreshold()
                .filter(threshold -> award.amount().compareTo(threshold) >= 0)
                .ifPresent(_ -> codes.add("letter.auditor"));
        return section("reporting", language, facts, codes);
    }

    private Section section(String code, Language language, Map<String, Object> facts, List<String> paragraphs) {
        return new Section(
                code,
                texts.text(language, "letter." + code + "-title", facts),
                paragraphs.stream()
                        .map(paragraph -> texts.text(language, paragraph, facts))
                        .toList());
    }

    private static Map<String, Object> facts(Award award, Language language) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("scheme", award.purpose().name().in(language));
        facts.put("year", award.year().toString());
        facts.put("nextYear", award.year().plusYears(1).toString());
        facts.put("chapter", award.purpose().chapter());
        facts.put("item", award.purpose().item());
        facts.put("municipality", award.recipient().name());
        facts.put("reference", award.reference());
        facts.put("continued", award.continues().map(Continued::reference).orElse(""));
        facts.put("amount", award.amount());
        facts.put("decidedOn", award.decidedOn());
        facts.put("acceptBy", award.acceptBy());
        facts.put("appealDays", award.terms().appealDays());
        facts.put("opensOn", award.reporting().opensOn());
        facts.put("dueOn", award.reporting().dueOn());
        facts.put("threshold", award.reporting().auditorThreshold().orElse(Kroner.ZERO));
        facts.put("contact", award.purpose().contact().name());
        facts.put("email", award.purpose().contact().email());
        return facts;
    }
}
