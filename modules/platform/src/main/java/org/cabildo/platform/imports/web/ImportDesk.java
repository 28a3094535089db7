// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.FileRefused;
import org.cabildo.platform.files.IncomingFile;
import org.cabildo.platform.imports.ImportJob;
import org.cabildo.platform.imports.ImportRefused;
import org.cabildo.platform.imports.ImportState;
import org.cabildo.platform.imports.Imports;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The journey of an import: file, columns, check, load. A module extends it with a controller that says where it is and
 * who may use it, and nothing else:
 *
 * <pre>
 * &#64;Controller
 * &#64;RequestMapping("/gestion/works/importar")
 * &#64;Access(value = Access.Audience.STAFF, permission = "works.edit")
 * class WorksImport extends ImportDesk {
 *     WorksImport(ImportPages pages) {
 *         super(pages, "works", "/gestion/works/importar");
 *     }
 * }
 * </pre>
 */
@Access(Access.Audience.STAFF)
public abstract class ImportDesk {

    private static final String ID = "/{id:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}";

    private final ImportPages pages;
    private final Imports imports;
    private final String kind;
    private final String base;

    /**
     * Makes the desk of a kind.
     *
     * @param kind key of the {@link org.cabildo.platform.imports.ImportKind}
     * @param base the path of the controller
     */
    protected ImportDesk(ImportPages pages, String kind, String base) {
        this.pages = pages;
        this.imports = pages.imports();
        this.kind = kind;
        this.base = base;
        Access access = Objects.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(getClass(), Access.class));
        if (access.value() != Access.Audience.OPERATOR && access.permission().isEmpty()) {
            throw new IllegalStateException(getClass().getName() + " does not say who may import");
        }
    }

    /** Whose data it is: the site's tenant. The console says which. */
    protected TenantId tenant(HttpServletRequest request) {
        return pages.view(request).site().requireTenant();
    }

    @GetMapping
    public String list(@RequestParam(defaultValue = "") String despues, HttpServletRequest request, Model model) {
        UUID after = despues.matches(ID.substring(5, ID.length() - 1)) ? UUID.fromString(despues) : null;
        return pages.list(desk(request), after, Map.of(), model);
    }

    @PostMapping
    public String upload(
            @RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request, Model model) {
        Desk desk = desk(request);
        View view = desk.view();
        if (file == null || file.isEmpty()) {
            return pages.list(desk, null, Map.of("file", view.msg("platform.imports.error.noFile")), model);
        }
        try {
            return "redirect:" + base + "/"
                    + imports.upload(desk.tenant(), kind, IncomingFile.of(file), actor(view))
                            .id();
        } catch (FileRefused refused) {
            return pages.list(desk, null, Map.of("file", view.msg(refused.messageKey(), refused.arguments())), model);
        } catch (ImportRefused refused) {
            return pages.list(
                    desk,
                    null,
                    Map.of(
                            "file",
                            view.msg(refused.messageKey(), refused.arguments().toArray())),
                    model);
        }
    }

    /** A table with nothing but the columns' names. */
    @GetMapping("/plantilla.csv")
    public void template(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.template(desk(request), response);
    }

    @GetMapping(ID)
    public String show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String paso,
            @RequestParam(defaultValue = "1") int pagina,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Desk desk = desk(request);
        ImportJob job = find(desk, id);
        if (job.state().working()) {
            response.setHeader("Refresh", "2");
            return pages.progress(desk, job, model);
        }
        boolean mapping =
                job.state() == ImportState.UPLOADED || (job.state() == ImportState.CHECKED && paso.equals("columnas"));
        return mapping
                ? pages.mapping(desk, job, job.mapping(), Map.of(), model)
                : pages.report(desk, job, Math.max(1, pagina), Map.of(), model);
    }

    @PostMapping(ID + "/columnas")
    public String map(@PathVariable String id, HttpServletRequest request, Model model) {
        Desk desk = desk(request);
        ImportJob job = find(desk, id);
        MappingForm form = MappingForm.of(request, desk, job);
        boolean onwards = !"preview".equals(request.getParameter("do"));
        if (onwards && !form.errors().isEmpty()) {
            return pages.mapping(desk, job, form.mapping(), form.errors(), model);
        }
        if (imports.map(desk.tenant(), job.id(), form.mapping()) && onwards) {
            imports.check(desk.tenant(), job.id());
        }
        return "redirect:" + base + "/" + id;
    }

    @PostMapping(ID + "/cargar")
    public String load(
            @PathVariable String id,
            @RequestParam(defaultValue = "all") String choice,
            HttpServletRequest request,
            Model model) {
        Desk desk = desk(request);
        ImportJob job = find(desk, id);
        if (!imports.load(desk.tenant(), job.id(), choice.equals("good"), actor(desk.view()))
                && job.state() == ImportState.CHECKED) {
            return pages.report(
                    desk,
                    job,
                    1,
                    Map.of(
                            "choice",
                            desk.view()
                                    .msg(
                                            "platform.imports.error.bad",
                                            job.rows().bad())),
                    model);
        }
        return "redirect:" + base + "/" + id;
    }

    @GetMapping(ID + "/cancelar")
    public String question(@PathVariable String id, HttpServletRequest request, Model model) {
        Desk desk = desk(request);
        return pages.question(desk, find(desk, id), model);
    }

    @PostMapping(ID + "/cancelar")
    public String cancel(@PathVariable String id, HttpServletRequest request, RedirectAttributes redirect) {
        Desk desk = desk(request);
        boolean cancelled = imports.cancel(desk.tenant(), find(desk, id).id(), actor(desk.view()));
        redirect.addFlashAttribute(
                "flash", desk.view().msg(cancelled ? "platform.imports.cancelled" : "platform.imports.tooLate"));
        return "redirect:" + base + "/" + id;
    }

    @GetMapping(ID + "/informe.csv")
    public void report(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Desk desk = desk(request);
        pages.csv(desk, find(desk, id), response);
    }

    private Desk desk(HttpServletRequest request) {
        return new Desk(pages.view(request), tenant(request), imports.kind(kind).orElseThrow(), base);
    }

    private ImportJob find(Desk desk, String id) {
        return imports.find(desk.tenant(), kind, UUID.fromString(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Actor actor(View view) {
        return Objects.requireNonNull(view.actor());
    }
}
