// SPDX-License-Identifier: GPL-3.0-or-later
// Tells the thread sanitizer how Qt hands data from thread to thread. Debian's Qt is not built for it, so the locks and
// atomics inside libQt6Core are invisible, and whatever crosses threads by an event, a future or a pool looks like a race.
//
// This is part of every program of the preset tsan. Functions of Qt that our code calls are defined here once more under
// their own names, which come before the library's: each tells the sanitizer what it orders and calls the real one. Calls
// inside libQt6Core bypass these definitions; what happens there is seen by Qt's own hooks (events, signals, the end of
// objects). What our code does not use (QReadWriteLock, QWaitCondition, QtConcurrent, continuations of futures,
// QThreadPool::start with a QRunnable) is not here.
//
// Each edge has a key of its own (the event, its receiver, the signal's sender, the mutex), never one for all: two threads
// that have nothing to do with each other stay unordered, and their races are found.
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEvent>
#include <QFutureInterface>
#include <QFutureWatcher>
#include <QMutex>
#include <QSemaphore>
#include <QThread>
#include <QThreadPool>

#include <dlfcn.h>
#include <unistd.h>

#include <functional>
#include <memory>
#include <utility>

#include <sanitizer/tsan_interface.h>

extern "C" {
void __tsan_ignore_thread_begin();
void __tsan_ignore_thread_end();
}

// Qt exports these for tools like this one, but declares them in headers that Debian packs apart.
struct QSignalSpyCallbackSet {
    void (*signalBegins)(QObject *sender, int signal, void **arguments);
    void (*slotBegins)(QObject *receiver, int method, void **arguments);
    void (*signalEnds)(QObject *sender, int signal);
    void (*slotEnds)(QObject *receiver, int method);
};
Q_CORE_EXPORT void qt_register_signal_spy_callbacks(QSignalSpyCallbackSet *callbacks);
extern "C" Q_CORE_EXPORT quintptr qtHookData[];

namespace {

constexpr int removeQObjectHook = 4; // QHooks::RemoveQObject

/// The beginning of QAbstractMetaCallEvent, which stands for a signal on its way to another thread.
struct MetaCallEvent : QEvent {
    int signal;
    const QObject *sender;
};

void acquire(const void *key)
{
    __tsan_acquire(const_cast<void *>(key));
}

void release(const void *key)
{
    __tsan_release(const_cast<void *>(key));
}

/// The library's definition of `symbol`.
template<class Function>
Function *next(const char *symbol)
{
    void *found = dlsym(RTLD_NEXT, symbol);
    if (!found)
        qFatal("%s is not in this Qt", symbol);
    return reinterpret_cast<Function *>(found);
}

/// All that share a future share its mutex.
const void *keyOf(const QFutureInterfaceBase &future)
{
    return &future.mutex();
}

/// A watcher's future is its only member (QFutureWatcher<T>::m_future), whatever T is.
const void *keyOfWatched(const QObject *watcher)
{
    return keyOf(*reinterpret_cast<const QFutureInterfaceBase *>(reinterpret_cast<const char *>(watcher)
                                                                 + sizeof(QFutureWatcherBase)));
}

/// Qt calls this for each event, on the receiver's thread, before it is delivered.
bool beforeEvent(void **call)
{
    const auto *receiver = static_cast<const QObject *>(call[0]);
    const auto *event = static_cast<const QEvent *>(call[1]);
    acquire(receiver);
    acquire(event);
    if (event->type() == QEvent::MetaCall) {
        if (const QObject *sender = static_cast<const MetaCallEvent *>(event)->sender)
            acquire(sender);
    } else if (event->type() == QEvent::FutureCallOut) {
        acquire(keyOfWatched(receiver));
    }
    return false;
}

/// Qt calls these for each signal, also for its own; QThread::finished() is the last that a thread does.
void beforeSignal(QObject *sender, int, void **)
{
    release(sender);
}

void afterSignal(QObject *sender, int)
{
    release(sender);
}

/// The destructors of what a thread deletes at its end run after QThread::finished().
void atEndOfObject(QObject *)
{
    static thread_local const bool isMain = gettid() == getpid();
    if (!isMain)
        release(QThread::currentThread());
}

QSignalSpyCallbackSet signalCallbacks{beforeSignal, nullptr, afterSignal, nullptr};

const bool isHooked = [] {
    QInternal::registerCallback(QInternal::EventNotifyCallback, beforeEvent);
    qt_register_signal_spy_callbacks(&signalCallbacks);
    qtHookData[removeQObjectHook] = reinterpret_cast<quintptr>(&atEndOfObject);
    return true;
}();

/// What QObject::connect() and QMetaObject::invokeMethod() call, wherever that is: after what connected or invoked, and before
/// what takes it down. Not after each other: threads that send the same signal stay unordered.
class Slot : public QtPrivate::QSlotObjectBase {
public:
    explicit Slot(QSlotObjectBase *work) : QSlotObjectBase(&perform), work_(work) { release(this); }

private:
    static void perform(int what, QSlotObjectBase *self, QObject *receiver, void **arguments, bool *isEqual)
    {
        auto *slot = static_cast<Slot *>(self);
        switch (what) {
        case Destroy:
            acquire(slot);
            acquire(&slot->work_);
            slot->work_->destroyIfLastRef();
            delete slot;
            break;
        case Call:
            acquire(slot);
            slot->work_->call(receiver, arguments);
            release(&slot->work_);
            break;
        case Compare:
            *isEqual = slot->work_->compare(arguments);
            break;
        }
    }

    QSlotObjectBase *work_;
};

/// What QThreadPool::start() runs, and where.
struct PoolTask {
    std::function<void()> work;
    QThreadPool *pool;
};

void runOrdered(PoolTask *task)
{
    acquire(task);
    task->work();
    task->work = nullptr;
    release(task->pool);
}

struct PoolTaskRun {
    std::shared_ptr<PoolTask> owner;
    PoolTask *task;

    /// Only the task that it reads here orders it after the thread that wrote it.
    __attribute__((no_sanitize("thread"))) void operator()() const { runOrdered(task); }
};

} // namespace

bool QMetaObject::invokeMethodImpl(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type,
                                   void *result)
{
    static const auto real = next<bool(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *)>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    return real(object, new Slot(slot), type, result);
}

QMetaObject::Connection QObject::connectImpl(const QObject *sender, void **signal, const QObject *receiver,
                                             void **member, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type,
                                             const int *types, const QMetaObject *senderMetaObject)
{
    static const auto real = next<QMetaObject::Connection(const QObject *, void **, const QObject *, void **,
                                                          QtPrivate::QSlotObjectBase *, Qt::ConnectionType, const int *,
                                                          const QMetaObject *)>(
        "_ZN7QObject11connectImplEPKS_PPvS1_S3_PN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPKiPK11QMetaObject");
    return real(sender, signal, receiver, member, new Slot(slot), type, types, senderMetaObject);
}

void QCoreApplication::postEvent(QObject *receiver, QEvent *event, int priority)
{
    static const auto real = next<void(QObject *, QEvent *, int)>("_ZN16QCoreApplication9postEventEP7QObjectP6QEventi");
    release(event);
    real(receiver, event, priority);
}

void QObject::deleteLater()
{
    static const auto real = next<void(QObject *)>("_ZN7QObject11deleteLaterEv");
    release(this);
    real(this);
}

void QObject::moveToThread(QThread *thread)
{
    static const auto real = next<void(QObject *, QThread *)>("_ZN7QObject12moveToThreadEP7QThread");
    release(this);
    real(this, thread);
}

bool QThread::wait(QDeadlineTimer deadline)
{
    static const auto real = next<bool(QThread *, QDeadlineTimer)>("_ZN7QThread4waitE14QDeadlineTimer");
    const bool isOver = real(this, deadline);
    if (isOver)
        acquire(this);
    return isOver;
}

void QThreadPool::start(std::function<void()> work, int priority)
{
    static const auto real =
        next<void(QThreadPool *, std::function<void()>, int)>("_ZN11QThreadPool5startESt8functionIFvvEEi");
    const auto task = std::make_shared<PoolTask>(PoolTask{std::move(work), this});
    std::function<void()> run = PoolTaskRun{task, task.get()};
    release(task.get());
    real(this, std::move(run), priority);
}

bool QThreadPool::waitForDone(int msecs)
{
    static const auto real = next<bool(QThreadPool *, int)>("_ZN11QThreadPool11waitForDoneEi");
    const bool isDone = real(this, msecs);
    if (isDone)
        acquire(this);
    return isDone;
}

void QBasicMutex::lockInternal() QT_MUTEX_LOCK_NOEXCEPT
{
    static const auto real = next<void(QBasicMutex *)>("_ZN11QBasicMutex12lockInternalEv");
    real(this);
    acquire(this);
}

bool QBasicMutex::lockInternal(int timeout) QT_MUTEX_LOCK_NOEXCEPT
{
    static const auto real = next<bool(QBasicMutex *, int)>("_ZN11QBasicMutex12lockInternalEi");
    const bool isLocked = real(this, timeout);
    if (isLocked)
        acquire(this);
    return isLocked;
}

void QBasicMutex::unlockInternal() noexcept
{
    static const auto real = next<void(QBasicMutex *)>("_ZN11QBasicMutex14unlockInternalEv");
    release(this);
    real(this);
}

void QSemaphore::release(int n)
{
    static const auto real = next<void(QSemaphore *, int)>("_ZN10QSemaphore7releaseEi");
    ::release(this);
    real(this, n);
}

void QSemaphore::acquire(int n)
{
    static const auto real = next<void(QSemaphore *, int)>("_ZN10QSemaphore7acquireEi");
    real(this, n);
    ::acquire(this);
}

bool QSemaphore::tryAcquire(int n)
{
    static const auto real = next<bool(QSemaphore *, int)>("_ZN10QSemaphore10tryAcquireEi");
    const bool isTaken = real(this, n);
    if (isTaken)
        ::acquire(this);
    return isTaken;
}

bool QSemaphore::tryAcquire(int n, int timeout)
{
    static const auto real = next<bool(QSemaphore *, int, int)>("_ZN10QSemaphore10tryAcquireEii");
    const bool isTaken = real(this, n, timeout);
    if (isTaken)
        ::acquire(this);
    return isTaken;
}

void QFutureInterfaceBase::reportFinished()
{
    static const auto real = next<void(QFutureInterfaceBase *)>("_ZN20QFutureInterfaceBase14reportFinishedEv");
    release(keyOf(*this));
    real(this);
}

void QFutureInterfaceBase::waitForFinished()
{
    static const auto real = next<void(QFutureInterfaceBase *)>("_ZN20QFutureInterfaceBase15waitForFinishedEv");
    real(this);
    acquire(keyOf(*this));
}

void QFutureInterfaceBase::waitForResult(int index)
{
    static const auto real = next<void(QFutureInterfaceBase *, int)>("_ZN20QFutureInterfaceBase13waitForResultEi");
    real(this, index);
    acquire(keyOf(*this));
}

bool QFutureInterfaceBase::queryState(State state) const
{
    static const auto real =
        next<bool(const QFutureInterfaceBase *, State)>("_ZNK20QFutureInterfaceBase10queryStateENS_5StateE");
    const bool isSet = real(this, state);
    if (isSet)
        acquire(keyOf(*this));
    return isSet;
}

bool QFutureInterfaceBase::isFinished() const
{
    return queryState(Finished);
}

bool QFutureInterfaceBase::derefT() const noexcept
{
    static const auto real = next<bool(const QFutureInterfaceBase *)>("_ZNK20QFutureInterfaceBase6derefTEv");
    release(keyOf(*this));
    const bool isStillUsed = real(this);
    if (!isStillUsed)
        acquire(keyOf(*this));
    return isStillUsed;
}

/// The last of those that share a future frees what they share, which only Qt's own count orders. That is Qt's to free, but
/// from here it looks like ours: the library ends by jumping to operator delete.
QFutureInterfaceBase::~QFutureInterfaceBase()
{
    static const auto real = next<void(QFutureInterfaceBase *)>("_ZN20QFutureInterfaceBaseD2Ev");
    __tsan_ignore_thread_begin();
    real(this);
    __tsan_ignore_thread_end();
}
