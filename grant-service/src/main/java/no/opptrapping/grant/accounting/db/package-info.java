/** The table of exports, and the postings that they are made of. */
@NullMarked
package no.opptrapping.grant.accounting.db;

import org.jspecify.annotations.NullMarked;
