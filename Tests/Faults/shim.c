// A disk that fails, for tests: preloaded into the server (LD_PRELOAD), between it and the C library. Only what is done
// to files in one folder is looked at. A page of memory that is shared with the test says what fails, and counts.
//
// Besides it can cut the power: it remembers what was written since each file was last synced, and at the cut undoes
// that, does a random part of it again, some of it torn, and ends the process. Renames whose folder was not synced may
// be undone too. What a disk keeps of a new file's name is not played: files are made at the first start only.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WRITE = 1, SYNC = 2, RENAME = 4, OPEN = 8, TRUNCATE = 16 };  // operations, as bits
enum { NOTHING, FAIL, SHORT, CUT };                                 // modes
enum { CUT_CODE = 99, MOST_FILES = 256 };

struct control {
    uint32_t mode, operations, error, seed;
    uint64_t from, until;  // the operations with these numbers, from 1, fail
    uint64_t count, hits;  // how many there were of them, and how many failed
    char name[64];         // only files whose name ends with this
};

struct change {
    struct change *older;
    int file, is_truncate;
    off_t offset, size_before;
    size_t length, length_before;
    char *now, *before;
};
struct file { dev_t device; ino_t node; int own; };
struct name { struct name *older; char *from, *to, *kept; };

static struct control *control;
static char folder[PATH_MAX];
static struct change *changes;
static struct name *names;
static struct file files[MOST_FILES];
static int file_count, name_count;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(result, name, ...) static result (*real_##name)(__VA_ARGS__)
REAL(int, open, const char *, int, ...);
REAL(ssize_t, write, int, const void *, size_t);
REAL(ssize_t, pwrite, int, const void *, size_t, off_t);
REAL(int, fsync, int);
REAL(int, fdatasync, int);
REAL(int, ftruncate, int, off_t);
REAL(int, rename, const char *, const char *);

__attribute__((constructor)) static void begin(void) {
    real_open = dlsym(RTLD_NEXT, "open64"), real_write = dlsym(RTLD_NEXT, "write");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64"), real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync"), real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
    real_rename = dlsym(RTLD_NEXT, "rename");
    const char *page = getenv("FAULT_CONTROL"), *where = getenv("FAULT_FOLDER");
    int descriptor = page && where ? real_open(page, O_RDWR | O_CLOEXEC) : -1;
    if (descriptor < 0) return;
    void *memory = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    close(descriptor);
    if (memory == MAP_FAILED) return;
    snprintf(folder, sizeof folder, "%s/", where);
    control = memory;
}

static int is_ours(const char *path) {
    if (!control || strncmp(path, folder, strlen(folder) - 1)) return 0;
    size_t length = strlen(path), end = strnlen(control->name, sizeof control->name);
    return length >= end && !strcmp(path + length - end, control->name);
}

static int is_in_folder(const char *path) { return control && !strncmp(path, folder, strlen(folder)); }

static int path_of(int descriptor, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = control ? readlink(link, path, PATH_MAX - 1) : -1;
    path[length < 0 ? 0 : length] = 0;
    return length > 0;
}

static void cut(void);

// What becomes of an operation: nothing, or what is to go wrong.
static uint32_t judge(uint32_t operation, const char *path) {
    if (!control || !(control->operations & operation) || control->mode == NOTHING || !is_ours(path)) return NOTHING;
    uint64_t number = ++control->count;
    if (number < control->from || number >= control->until) return NOTHING;
    control->hits++;
    errno = (int)control->error;
    if (control->mode == SHORT && (operation != WRITE || number > control->from)) return FAIL;
    return control->mode;
}

// The file of a descriptor, with a descriptor of our own that is never closed: that would drop SQLite's locks.
static int file_of(int descriptor) {
    struct stat status;
    if (fstat(descriptor, &status) || !S_ISREG(status.st_mode)) return -1;
    for (int i = 0; i < file_count; i++)
        if (files[i].device == status.st_dev && files[i].node == status.st_ino) return i;
    if (file_count == MOST_FILES) abort();
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    files[file_count] = (struct file){status.st_dev, status.st_ino, real_open(link, O_RDWR | O_CLOEXEC)};
    return files[file_count].own < 0 ? -1 : file_count++;
}

static void remember(int descriptor, const void *bytes, size_t length, off_t offset, int is_truncate) {
    int file = file_of(descriptor);
    if (file < 0) return;
    struct stat status;
    fstat(files[file].own, &status);
    size_t old = is_truncate ? (size_t)(status.st_size > offset ? status.st_size - offset : 0) : length;
    struct change *change = calloc(1, sizeof *change);
    *change = (struct change){changes, file, is_truncate, offset, status.st_size, length, 0, NULL, malloc(old + 1)};
    ssize_t got = pread(files[file].own, change->before, old, offset);
    change->length_before = got < 0 ? 0 : (size_t)got;
    if (!is_truncate) memcpy(change->now = malloc(length + 1), bytes, length);
    changes = change;
}

// From now on what was written to a file is sure to be there.
static void forget(int file) {
    for (struct change **place = &changes; *place;) {
        struct change *change = *place;
        if (change->file != file) { place = &change->older; continue; }
        *place = change->older;
        free(change->now), free(change->before), free(change);
    }
}

static void forget_names(void) {
    for (; names; names = names->older) if (names->kept) unlink(names->kept);
}

static void redo(struct change *change, unsigned drop) {
    if (!change) return;
    redo(change->older, drop);
    int own = files[change->file].own;
    unsigned chance = (unsigned)random() % 100;
    if (chance < drop) return;
    // Torn within a sector or at the border of one.
    size_t length = chance % 4 ? change->length : change->length ? (size_t)random() % change->length : 0;
    if (change->is_truncate) real_ftruncate(own, change->offset);
    else if (real_pwrite(own, change->now, chance % 8 ? length : length / 512 * 512, change->offset) < 0) abort();
}

static void cut(void) {
    static const unsigned drops[] = {10, 50, 90, 100};
    srandom(control->seed);
    for (struct change *change = changes; change; change = change->older) {
        int own = files[change->file].own;
        if (real_pwrite(own, change->before, change->length_before, change->offset) < 0) abort();
        if (real_ftruncate(own, change->size_before)) abort();
    }
    for (; names && random() % 2; names = names->older) {
        real_rename(names->to, names->from);
        if (names->kept) real_rename(names->kept, names->to);
    }
    forget_names();
    redo(changes, drops[random() % 4]);
    _exit(CUT_CODE);
}

static ssize_t put(int descriptor, const void *bytes, size_t length, off_t offset, int is_at) {
    char path[PATH_MAX];
    if (!path_of(descriptor, path) || !is_in_folder(path))
        return is_at ? real_pwrite(descriptor, bytes, length, offset) : real_write(descriptor, bytes, length);
    pthread_mutex_lock(&lock);
    uint32_t mode = judge(WRITE, path);
    if (mode == SHORT) length /= 2;
    ssize_t done = -1;
    if (mode != FAIL) {
        if (!is_at) {
            int is_appending = fcntl(descriptor, F_GETFL) & O_APPEND;
            offset = lseek(descriptor, 0, is_appending ? SEEK_END : SEEK_CUR);
        }
        remember(descriptor, bytes, length, offset, 0);
        done = is_at ? real_pwrite(descriptor, bytes, length, offset) : real_write(descriptor, bytes, length);
        if (mode == CUT) cut();
    }
    int error = errno;
    pthread_mutex_unlock(&lock);
    errno = error;
    return done;
}

static int sync_with(int (*real)(int), int descriptor) {
    char path[PATH_MAX];
    int is_folder = path_of(descriptor, path) && control && !strncmp(path, folder, strlen(folder) - 1)
        && strlen(path) == strlen(folder) - 1;
    if (!is_folder && !is_in_folder(path)) return real(descriptor);
    pthread_mutex_lock(&lock);
    uint32_t mode = judge(SYNC, path);
    if (mode == CUT) cut();
    int result = mode == NOTHING ? real(descriptor) : -1;
    if (!result && is_folder) forget_names();
    if (!result && !is_folder) forget(file_of(descriptor));
    int error = mode == NOTHING ? errno : (int)control->error;
    pthread_mutex_unlock(&lock);
    errno = error;
    return result;
}

static int shorten(int descriptor, off_t length) {
    char path[PATH_MAX];
    if (!path_of(descriptor, path) || !is_in_folder(path)) return real_ftruncate(descriptor, length);
    pthread_mutex_lock(&lock);
    uint32_t mode = judge(TRUNCATE, path);
    if (mode != FAIL) remember(descriptor, NULL, 0, length, 1);
    int result = mode == FAIL ? -1 : real_ftruncate(descriptor, length);
    if (mode == CUT) cut();
    pthread_mutex_unlock(&lock);
    return result;
}

static int open_file(const char *path, int flags, mode_t rights) {
    int is_writing = (flags & O_ACCMODE) != O_RDONLY;
    return is_writing && judge(OPEN, path) != NOTHING ? -1 : real_open(path, flags, rights);
}

#define RIGHTS(flags) \
    mode_t rights = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); rights = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) { RIGHTS(flags) return open_file(path, flags, rights); }
int open64(const char *path, int flags, ...) { RIGHTS(flags) return open_file(path, flags, rights); }
ssize_t write(int descriptor, const void *bytes, size_t length) { return put(descriptor, bytes, length, 0, 0); }
ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t at) { return put(descriptor, bytes, length, at, 1); }
ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off_t at) { return put(descriptor, bytes, length, at, 1); }
int fsync(int descriptor) { return sync_with(real_fsync, descriptor); }
int fdatasync(int descriptor) { return sync_with(real_fdatasync, descriptor); }
int ftruncate(int descriptor, off_t length) { return shorten(descriptor, length); }
int ftruncate64(int descriptor, off_t length) { return shorten(descriptor, length); }

int rename(const char *from, const char *to) {
    if (!is_in_folder(to)) return real_rename(from, to);
    pthread_mutex_lock(&lock);
    uint32_t mode = judge(RENAME, to);
    if (mode == CUT) cut();
    char kept[PATH_MAX];
    snprintf(kept, sizeof kept, "%s.cut-%d", to, name_count++);
    struct name *name = calloc(1, sizeof *name);
    *name = (struct name){names, strdup(from), strdup(to), mode == NOTHING && !link(to, kept) ? strdup(kept) : NULL};
    int result = mode == NOTHING ? real_rename(from, to) : -1;
    if (!result) names = name;
    int error = mode == NOTHING ? errno : (int)control->error;
    pthread_mutex_unlock(&lock);
    errno = error;
    return result;
}
