/** Conversations in the database. */
@NullMarked
package no.opptrapping.grant.conversation.db;

import org.jspecify.annotations.NullMarked;
