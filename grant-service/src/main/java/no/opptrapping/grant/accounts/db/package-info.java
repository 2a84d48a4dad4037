/** The table of the awards' accounts. */
@NullMarked
package no.opptrapping.grant.accounts.db;

import org.jspecify.annotations.NullMarked;
