package no.opptrapping.municipality.sync.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The last answer to a question that could be used. */
@Entity
@Table(name = "sync_answer")
class SyncAnswerEntity {
    @Id
    String question = "";

    String tag = "";

    String lastModified = "";

    String body = "";
}
