package no.opptrapping.grant.rejections.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import no.opptrapping.grant.rejections.Rejection;
import no.opptrapping.grant.rejections.Rejections;
import no.opptrapping.platform.database.PlainSql;

/** Rows that are only ever added, many at once. */
@ApplicationScoped
class PostgresRejections implements Rejections {
    private final PlainSql sql;

    PostgresRejections(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public void add(List<Rejection> all) {
        sql.updateEach(
                "insert into rejection (application_id, reason, words, run_id, at) values (?, ?, ?, ?, ?)",
                all.stream()
                        .map(one -> Arrays.asList(
                                one.application().value(),
                                one.reason(),
                                one.words().orElse(null),
                                one.run(),
                                one.at()))
                        .toList());
    }
}
