package no.opptrapping.grant.frames;

import java.time.Instant;
import java.time.Year;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;

/** The accounts of a scheme's year and of its offices, in memory, moved by the ledger's own postings. */
final class PostedFrames {
    static final Year YEAR = Year.of(2025);
    private static final SchemeId SCHEME = new SchemeId(new UUID(0, 1));
    private static final Instant NOW = Instant.parse("2025-06-01T08:00:00Z");

    private final Map<Account, Kroner> totals = new EnumMap<>(Account.class);
    private final Map<CountyGovernorOfficeId, Map<Account, Kroner>> offices = new HashMap<>();

    static CountyGovernorOfficeId office(int number) {
        return new CountyGovernorOfficeId(new UUID(7, number));
    }

    Kroner on(Account account) {
        return totals.getOrDefault(account, Kroner.ZERO);
    }

    Map<CountyGovernorOfficeId, Map<Account, Kroner>> offices() {
        return offices;
    }

    YearFrames frames() {
        return YearFrames.of(on(Account.AVAILABLE), offices);
    }

    void appropriate(long amount) {
        post(Posting.appropriated(SCHEME, YEAR, UUID.randomUUID(), Kroner.of(amount), "dina", NOW));
    }

    /** As an adopted change is posted: what is given back first. */
    void change(List<FrameChange.Line> lines) {
        lines.stream()
                .sorted((one, other) -> one.amount().compareTo(other.amount()))
                .forEach(line -> post(Posting.authorised(
                        SCHEME, YEAR, line.office(), UUID.randomUUID(), line.amount(), "dina", NOW)));
    }

    void award(UUID award, CountyGovernorOfficeId office, Kroner amount) {
        post(Posting.awarded(SCHEME, YEAR, award, amount, "dina", NOW).ofFrame(office));
    }

    void awardCentrally(Kroner amount) {
        post(Posting.awarded(SCHEME, YEAR, UUID.randomUUID(), amount, "dina", NOW));
    }

    void annul(UUID award, CountyGovernorOfficeId office, Kroner amount) {
        post(Posting.annulled(SCHEME, YEAR, award, amount, "dina", NOW).ofFrame(office));
    }

    void pay(UUID award, CountyGovernorOfficeId office, Kroner amount) {
        post(Posting.paid(SCHEME, YEAR, award, UUID.randomUUID(), amount, "kari", NOW)
                .ofFrame(office));
    }

    void succeed(CountyGovernorOfficeId from, CountyGovernorOfficeId to) {
        Posting.succeeded(SCHEME, YEAR, from, to, Map.copyOf(offices.getOrDefault(from, Map.of())), "frames", NOW)
                .forEach(this::post);
    }

    private void post(Posting posting) {
        posting.lines().forEach(line -> {
            totals.merge(line.account(), line.amount(), Kroner::plus);
            posting.office()
                    .ifPresent(office -> offices.computeIfAbsent(office, _ -> new EnumMap<>(Account.class))
                            .merge(line.account(), line.amount(), Kroner::plus));
        });
    }
}
