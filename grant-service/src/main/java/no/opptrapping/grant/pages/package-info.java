/** Pages that people read and print: what their templates (resources/templates) have in common. */
@NullMarked
package no.opptrapping.grant.pages;

import org.jspecify.annotations.NullMarked;
