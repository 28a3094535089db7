// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.workspace;

/** Where the pages are. */
final class Paths {

    static final String DASHBOARD = "/gestion";
    static final String SETTINGS = "/gestion/ajustes";
    static final String MODULES = "/gestion/modulos";
    static final String AUDIT = "/gestion/auditoria";

    private Paths() {}
}
