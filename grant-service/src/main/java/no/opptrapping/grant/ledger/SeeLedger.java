package no.opptrapping.grant.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Year;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;

/** Shows entries and balances to those who account for the money. */
@ApplicationScoped
@Transactional
public class SeeLedger {
    private final Journal journal;

    SeeLedger(Journal journal) {
        this.journal = journal;
    }

    /** Every account of a scheme's year, in the order of {@link Account}; zero where nothing was posted. */
    public Map<Account, Kroner> balances(SchemeId scheme, Year year) {
        var balances = new EnumMap<Account, Kroner>(Account.class);
        Arrays.stream(Account.values()).forEach(account -> balances.put(account, Kroner.ZERO));
        balances.putAll(journal.balances(scheme, year));
        return balances;
    }

    /** Entries in the order they were made, those after the given number. */
    public List<Journal.Entry> entries(Journal.EntryFilter filter, long after, int limit) {
        return journal.entries(filter, after, limit);
    }
}
