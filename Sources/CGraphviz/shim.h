#ifndef PILLAR_CGRAPHVIZ_SHIM_H
#define PILLAR_CGRAPHVIZ_SHIM_H

#if !defined(_GNU_SOURCE)
#define _GNU_SOURCE /* dladdr */
#endif
#include <dlfcn.h>

/* What Swift cannot see of Graphviz: macros, variables and names that differ between versions.
   The headers lie in a folder of their own, which needs no search path on most systems. */

#if __has_include(<graphviz/gvc.h>)
#include <graphviz/graphviz_version.h>
#include <graphviz/gvc.h>
#elif __has_include(<gvc.h>)
#include <graphviz_version.h>
#include <gvc.h>
#else
#error "The headers of Graphviz are missing. Install libgraphviz-dev (Debian, Ubuntu), graphviz-devel (Fedora) or graphviz (Homebrew)."
#endif

#include <stddef.h>

#include "guard.h"

/** A graph with nothing in it; `name` is copied. */
static inline Agraph_t *pillar_new_graph(const char *name) {
  return agopen((char *)name, Agdirected, NULL);
}

/** A new node; `name` is copied. */
static inline Agnode_t *pillar_new_node(Agraph_t *graph, const char *name) {
  return agnode(graph, (char *)name, 1);
}

/** Sets an attribute, and declares it where it is not; both strings are copied. */
static inline void pillar_set(void *object, const char *name, const char *value) {
  agsafeset(object, (char *)name, (char *)value, "");
}

/** The value of an attribute, or NULL where it was never declared. */
static inline const char *pillar_get(void *object, const char *name) {
  return agget(object, (char *)name);
}

/** The width that a layout gave a node, in inches. */
static inline double pillar_node_width(Agnode_t *node) { return ND_width(node); }

/** The box that a layout gave the whole graph, in points. */
static inline boxf pillar_bounds(Agraph_t *graph) { return GD_bb(graph); }

/** What a layout made of the attribute `size`, in points; zero where there is none. */
static inline pointf pillar_size(Agraph_t *graph) { return GD_drawing(graph)->size; }

/** Whether the drawing is made larger, too, to reach `pillar_size`. */
static inline int pillar_size_enlarges(Agraph_t *graph) { return GD_drawing(graph)->filled; }

/** Whether the drawing is turned by a quarter. */
static inline int pillar_is_turned(Agraph_t *graph) { return GD_drawing(graph)->landscape; }

/** Reads the arguments of a program `dot` that has none; not 0 where no layout is to be had. */
static inline int pillar_start(GVC_t *context) {
  static char name[] = "dot";
  static char *arguments[] = {name, NULL};
  return gvParseArgs(context, 1, arguments);
}

/** Draws what was laid out. The length is an unsigned int, and in later versions a size_t: set to
    zero before, it holds either on the little-endian machines there are. */
static inline int pillar_draw(GVC_t *context, Agraph_t *graph, const char *format, char **bytes,
                              size_t *count) {
  *count = 0;
  return gvRenderData(context, graph, format, bytes, (void *)count);
}

/** The file that the library itself was loaded from, or NULL. */
static inline const char *pillar_library_file(void) {
  Dl_info about;
  return dladdr((const void *)gvContext, &about) != 0 ? about.dli_fname : NULL;
}

/** The number in the names of the plug-ins that belong to these headers. */
static inline int pillar_plugin_version(void) { return GVPLUGIN_VERSION; }

#endif
