// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk.settings;

/** A kind of thing in the catalogue, with how many there are. */
public record Overview(String title, String lead, String href, int count) {}
