package no.opptrapping.grant.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.known.KnownOffices;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.grant.schemerules.SchemeVersion;
import no.opptrapping.grant.schemes.Scheme;
import no.opptrapping.grant.schemes.Schemes;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.register.Succession;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Makes the awards of an adopted allocation run: award, ledger and event in the adoption's own transaction. */
@ApplicationScoped
public class MakeAwards {
    /** What became of it. */
    public sealed interface Outcome {
        /** One award for each amount above zero, in the order of municipality numbers. */
        record Made(List<AwardId> awards) implements Outcome {
            public Made {
                awards = List.copyOf(awards);
            }
        }

        /** Nothing is awarded: these do not belong to the office that decides, or there is no such office any more. */
        record NotOfTheOffice(List<MunicipalityNumber> municipalities) implements Outcome {
            public NotOfTheOffice {
                municipalities = List.copyOf(municipalities);
            }
        }

        /** Nothing is awarded: the scheme's year, or the office's frame of it, has less left than the awards need. */
        record InsufficientFunds(Kroner available, Kroner needed) implements Outcome {}
    }

    private static final Comparator<AdoptedAmount> BY_RECIPIENT = Comparator.comparing(AdoptedAmount::number)
            .thenComparing(amount ->
                    amount.application().map(id -> id.value().toString()).orElse(""));

    private final Awards awards;
    private final Ledger ledger;
    private final Schemes schemes;
    private final VersionsOfAwards versions;
    private final KnownMunicipalities municipalities;
    private final KnownOffices offices;
    private final AppliedMeasures measures;
    private final Outbox outbox;
    private final WriteAwardLetters letters;
    private final TellOfAwards tell;

    MakeAwards(
            Awards awards,
            Ledger ledger,
            Schemes schemes,
            VersionsOfAwards versions,
            KnownMunicipalities municipalities,
            KnownOffices offices,
            AppliedMeasures measures,
            Outbox outbox,
            WriteAwardLetters letters,
            TellOfAwards tell) {
        this.letters = letters;
        this.tell = tell;
        this.awards = awards;
        this.ledger = ledger;
        this.schemes = schemes;
        this.versions = versions;
        this.municipalities = municipalities;
        this.offices = offices;
        this.measures = measures;
        this.outbox = outbox;
    }

    /**
     * Makes the awards, or none of them. While it lasts no one else can award of the same scheme's year.
     *
     * @throws IllegalArgumentException when the scheme or a recipient does not exist, or the run has been used: bugs of
     *     the caller, who has computed the run from the same facts
     */
    @Transactional(TxType.MANDATORY)
    public Outcome from(AdoptedAllocation adopted) {
        if (awards.existOf(adopted.runId())) {
            throw new IllegalArgumentException("Awards have been made of run " + adopted.runId());
        }
        return make(adopted);
    }

    /** Makes awards of what an adopted run had no money left for, in the same way. */
    @Transactional(TxType.MANDATORY)
    public Outcome fromReserve(AdoptedAllocation adopted) {
        return make(adopted);
    }

    private Outcome make(AdoptedAllocation adopted) {
        var scheme = schemes.find(adopted.scheme())
                .orElseThrow(() -> new IllegalArgumentException("No scheme " + adopted.scheme()));
        var available = adopted.office()
                .map(office -> ledger.lockUnused(adopted.scheme(), adopted.year(), office))
                .orElseGet(() -> ledger.lockAvailable(adopted.scheme(), adopted.year()));
        var others = ofOthers(adopted);
        if (!others.isEmpty()) {
            return new Outcome.NotOfTheOffice(others);
        }
        var needed = adopted.total();
        if (needed.compareTo(available) > 0) {
            return new Outcome.InsufficientFunds(available, needed);
        }
        var reasons = new HashMap<AwardId, List<LocalisedText>>();
        var made = awardsOf(adopted, scheme, reasons);
        awards.add(made);
        for (var award : made) {
            var posting = Posting.awarded(
                    scheme.id(),
                    adopted.year(),
                    award.id().value(),
                    award.amount(),
                    adopted.adoptedBy(),
                    award.decidedAt());
            ledger.post(adopted.office().map(posting::ofFrame).orElse(posting));
        }
        outbox.append(made.stream().map(AwardV1::event).toList());
        letters.issue(made, reasons);
        tell.toAccept(made);
        return new Outcome.Made(made.stream().map(Award::id).toList());
    }

    /** Whose awards the office may not make: of municipalities that are another office's on the day of the decision. */
    public List<MunicipalityNumber> ofOthers(AdoptedAllocation adopted) {
        return adopted.office().map(office -> ofOthers(adopted, office)).orElse(List.of());
    }

    private List<MunicipalityNumber> ofOthers(AdoptedAllocation adopted, CountyGovernorOfficeId office) {
        var known = offices.get();
        var structure = municipalities.structure();
        var decidedOn = BusinessDates.of(adopted.adoptedAt());
        return adopted.amounts().stream()
                .filter(amount -> amount.amount().isPositive())
                .filter(amount ->
                        !known.of(amount.recipient(), structure, decidedOn).equals(Optional.of(office)))
                .map(AdoptedAmount::number)
                .distinct()
                .sorted()
                .toList();
    }

    private List<Award> awardsOf(AdoptedAllocation adopted, Scheme scheme, Map<AwardId, List<LocalisedText>> reasons) {
        var amounts = adopted.amounts().stream()
                .filter(amount -> amount.amount().isPositive())
                .sorted(BY_RECIPIENT)
                .toList();
        var under = versions.of(adopted);
        var next = takenNumbers(adopted.year(), amounts, under);
        var decidedOn = BusinessDates.of(adopted.adoptedAt());
        var made = new ArrayList<Award>();
        for (var amount : amounts) {
            var version = under.apply(amount);
            var line = BudgetLine.of(version);
            var number = next.merge(line, 1L, Long::sum) - 1;
            var id = AwardId.random();
            reasons.put(id, amount.reasons());
            made.add(new Award(
                    id,
                    "%s%s-%s-%04d".formatted(line.chapter(), line.item(), adopted.year(), number),
                    1,
                    AwardStatus.AWARDED,
                    Award.Purpose.of(scheme, version),
                    adopted.year(),
                    recipient(amount, decidedOn, adopted.structureDate()),
                    amount.amount(),
                    amount.shares(),
                    amount.application(),
                    adopted.runId(),
                    measures.of(amount),
                    Award.Reporting.of(version.rules().reporting().terms(), adopted.year(), amount.amount()),
                    Award.Terms.of(version.rules(), decidedOn),
                    adopted.adoptedBy(),
                    adopted.adoptedAt().truncatedTo(ChronoUnit.MICROS),
                    decidedOn,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    amount.continues(),
                    List.of()));
        }
        return made;
    }

    /** The first free number of each budget line; numbers are taken of one line after the other in a fixed order. */
    private Map<BudgetLine, Long> takenNumbers(
            Year year, List<AdoptedAmount> amounts, Function<AdoptedAmount, SchemeVersion> under) {
        var next = amounts.stream()
                .collect(Collectors.groupingBy(
                        amount -> BudgetLine.of(under.apply(amount)), TreeMap::new, Collectors.counting()));
        next.replaceAll((line, howMany) -> awards.takeNumbers(line.chapter(), line.item(), year, howMany));
        return next;
    }

    /** Where references are numbered: a chapter and an item of the state budget. */
    private record BudgetLine(String chapter, String item) implements Comparable<BudgetLine> {
        static BudgetLine of(SchemeVersion version) {
            return new BudgetLine(version.rules().chapter(), version.rules().item());
        }

        @Override
        public int compareTo(BudgetLine other) {
            return (chapter + item).compareTo(other.chapter + other.item);
        }
    }

    private Award.Recipient recipient(AdoptedAmount amount, LocalDate decidedOn, LocalDate structureDate) {
        // A run can be computed before a structure change and adopted after it, or adopted for one that is to come.
        var known = municipalities
                .succession(amount.recipient(), decidedOn)
                .map(Succession::answering)
                .or(() -> municipalities.byId(amount.recipient(), structureDate))
                .orElseThrow(() -> new IllegalArgumentException("No municipality " + amount.number()));
        return new Award.Recipient(known.id(), known.number(), known.name());
    }
}
