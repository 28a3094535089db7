// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.workspace;

/** What people may be allowed to do here; only administrators carry them. */
public final class Permissions {

    public static final String SETTINGS = "tenancy.settings";
    public static final String MODULES = "tenancy.modules";
    public static final String THEME = "tenancy.theme";
    public static final String AUDIT = "tenancy.audit";

    private Permissions() {}
}
