#ifndef PILLAR_CGRAPHVIZ_GUARD_H
#define PILLAR_CGRAPHVIZ_GUARD_H

/* Limits that a process sets for itself. The constants are enumerations in one C library and plain
   numbers in another, and a crash may only be handled in C. */

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/prctl.h>
#endif

/** Lowers a limit to `soft`, and what it may be raised to again to `hard`; never raises either. */
static inline int pillar_lower(int resource, rlim_t soft, rlim_t hard) {
  struct rlimit limit;
  if (getrlimit(resource, &limit) != 0) return -1;
  if (limit.rlim_max == RLIM_INFINITY || hard < limit.rlim_max) limit.rlim_max = hard;
  limit.rlim_cur = soft < limit.rlim_max ? soft : limit.rlim_max;
  return setrlimit(resource, &limit);
}

/** Limits processor time; a second after the signal that may be caught comes the one that may not. */
static inline int pillar_limit_processor(unsigned long seconds) {
  return pillar_lower(RLIMIT_CPU, seconds, seconds + 1);
}

/** Limits the address space. */
static inline int pillar_limit_memory(unsigned long bytes) {
  return pillar_lower(RLIMIT_AS, bytes, bytes);
}

/** Limits every file that is written; what goes over it fails, and does not end the process. */
static inline int pillar_limit_files(unsigned long bytes) {
  signal(SIGXFSZ, SIG_IGN);
  return pillar_lower(RLIMIT_FSIZE, bytes, bytes);
}

/** Leaves no image of the memory behind when the process crashes. */
static inline int pillar_forbid_core(void) { return pillar_lower(RLIMIT_CORE, 0, 0); }

/** Lets deep recursion go on to `bytes` of stack, as far as that is allowed. */
static inline int pillar_allow_stack(unsigned long bytes) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_STACK, &limit) != 0) return -1;
  limit.rlim_cur = limit.rlim_max == RLIM_INFINITY || bytes < limit.rlim_max ? bytes : limit.rlim_max;
  return setrlimit(RLIMIT_STACK, &limit);
}

/** Gives up every way to more rights. */
static inline int pillar_forbid_privileges(void) {
#if defined(PR_SET_NO_NEW_PRIVS)
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#else
  return 0;
#endif
}

/** Ends this process when the one that started it ends. */
static inline int pillar_die_with_parent(void) {
#if defined(PR_SET_PDEATHSIG)
  return prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
#else
  return 0;
#endif
}

/** Whether a descriptor is a file with a length, rather than a pipe or a terminal. */
static inline int pillar_is_file(int descriptor) {
  struct stat status;
  return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

/** The exit status after a crash for want of memory. */
#define PILLAR_MEMORY_STATUS 3

/** So much memory must still be had in one piece for a crash to count as one. */
#define PILLAR_MEMORY_PROBE ((size_t)16 << 20)

static inline void pillar_on_crash(int number) {
  void *probe =
      mmap(NULL, PILLAR_MEMORY_PROBE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (probe == MAP_FAILED && errno == ENOMEM) _exit(PILLAR_MEMORY_STATUS);
  raise(number); /* the handler is off by now */
}

/** Tells a crash for want of memory from another one by the exit status. */
static inline int pillar_watch_memory(void) {
  /* A crash by too deep a recursion leaves no stack to handle it on. */
  static char stack[1 << 16];
  stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
  struct sigaction action = {.sa_flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER};
  const int crashes[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGTRAP};
  action.sa_handler = pillar_on_crash;
  if (sigaltstack(&own, NULL) != 0) return -1;
  for (size_t index = 0; index < sizeof crashes / sizeof *crashes; index++) {
    if (sigaction(crashes[index], &action, NULL) != 0) return -1;
  }
  return 0;
}

#if defined(__linux__)
#include <sys/personality.h>
#include <unistd.h>
#endif

/** Starts the program again with everything at the same addresses in each run, where the system
    allows it: some orders in Graphviz are those of addresses. Returns if that is not needed, or
    not possible. */
static inline void pillar_fix_addresses(char *const *arguments) {
#if defined(__linux__)
  int now = personality(0xffffffff);
  if (now == -1 || (now & ADDR_NO_RANDOMIZE)) return;
  if (personality((unsigned long)now | ADDR_NO_RANDOMIZE) == -1) return;
  execv("/proc/self/exe", arguments);
#else
  (void)arguments;
#endif
}

#endif
