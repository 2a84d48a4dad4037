/** The tables of bank files. */
@NullMarked
package no.opptrapping.grant.bankfiles.db;

import org.jspecify.annotations.NullMarked;
