package no.opptrapping.grant.accounting;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** What has been handed over to the accounts. Everything here takes part in the caller's transaction. */
public interface AccountingExports {
    /** The export of the month; nobody else makes one until the transaction ends. */
    Optional<AccountingExport> lock(YearMonth period);

    /** The newest, if there is one. */
    Optional<AccountingExport> newest();

    /** What was posted in that time, in the order it was posted. */
    List<Voucher> posted(Instant from, Instant before);

    void add(AccountingExport export, byte[] json, byte[] csv);

    Optional<AccountingExport> find(long number);

    /** The bytes, always the same. */
    Optional<byte[]> bytes(long number, AccountingExport.Form form);

    /** Those after the number, oldest first. */
    List<AccountingExport> list(long after, int limit);
}
