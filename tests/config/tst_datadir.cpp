// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/datadir.h"

#include <QFile>
#include <QFileInfo>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using config::DataDir;

class tst_DataDir : public QObject {
    Q_OBJECT

private slots:
    void isCreatedForItsOwnerOnly();
    void existingDirectoryKeepsItsPermissions();
    void fileInTheWayIsRefused();
    void onlyOneEngine();
    void lockOfAKilledEngineDoesNotCount_data();
    void lockOfAKilledEngineDoesNotCount();
    void lockEndsWithItsOwner();
    void unwritablePlaceIsNotAnotherEngine();
};

static void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void tst_DataDir::isCreatedForItsOwnerOnly()
{
    const QTemporaryDir dir;
    const auto data = DataDir::open(dir.filePath(u"a/b/"_s));
    QVERIFY(data);
    QCOMPARE(data->path(), dir.filePath(u"a/b"_s));
    QCOMPARE(data->filePath(u"x"_s), dir.filePath(u"a/b/x"_s));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
                        | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFileInfo(data->path()).permissions() & others, QFile::Permissions());
}

void tst_DataDir::existingDirectoryKeepsItsPermissions()
{
    const QTemporaryDir dir;
    const auto shared =
        QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup;
    QVERIFY(QFile::setPermissions(dir.path(), shared));
    QVERIFY(DataDir::open(dir.path()));
    QVERIFY(QFileInfo(dir.path()).permissions().testFlag(QFile::ExeGroup));
}

void tst_DataDir::fileInTheWayIsRefused()
{
    const QTemporaryDir dir;
    write(dir.filePath(u"file"_s), "x");
    const auto onFile = DataDir::open(dir.filePath(u"file"_s));
    QVERIFY(!onFile);
    QVERIFY(onFile.error().contains(dir.filePath(u"file"_s)));
    QVERIFY(!DataDir::open(dir.filePath(u"file/below"_s)));
}

void tst_DataDir::onlyOneEngine()
{
    const QTemporaryDir dir;
    auto first = DataDir::open(dir.path());
    auto second = DataDir::open(dir.path());
    QVERIFY(first->lock());
    const auto refused = second->lock();
    QVERIFY(!refused);
    QVERIFY(refused.error().heldElsewhere);
    QVERIFY(refused.error().text.contains(QString::number(QCoreApplication::applicationPid())));
    QVERIFY(!second->isLocked());
    QVERIFY(first->isLocked());
    first->unlock();
    QVERIFY(second->lock());
}

void tst_DataDir::lockOfAKilledEngineDoesNotCount_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray host = QSysInfo::machineHostName().toLocal8Bit();
    const QByteArray own = QByteArray::number(QCoreApplication::applicationPid());
    // In a container every engine has the process id 1, and the host's name is new each time.
    QTest::newRow("same process id") << own + "\ntst_datadir\n" + host + "\n";
    QTest::newRow("another host") << own + "\ntst_datadir\nanother-host\n";
    QTest::newRow("dead process") << QByteArray("2147483000\nstationmasterd\n") + host + "\n";
    QTest::newRow("empty file") << QByteArray();
}

void tst_DataDir::lockOfAKilledEngineDoesNotCount()
{
    QFETCH(QByteArray, content);
    const QTemporaryDir dir;
    write(dir.filePath(u"engine.lock"_s), content);
    auto data = DataDir::open(dir.path());
    const auto locked = data->lock();
    QVERIFY2(locked.has_value(), locked ? "" : qPrintable(locked.error().text));
}

void tst_DataDir::lockEndsWithItsOwner()
{
    const QTemporaryDir dir;
    {
        auto first = DataDir::open(dir.path());
        QVERIFY(first->lock());
        const DataDir moved = std::move(*first);
        QVERIFY(moved.isLocked());
    }
    QVERIFY(DataDir::open(dir.path())->lock());
}

// A directory in the place of the lock file: refused for every user, root too.
void tst_DataDir::unwritablePlaceIsNotAnotherEngine()
{
    QTemporaryDir dir;
    auto data = DataDir::open(dir.filePath(u"data"_s));
    QVERIFY(QDir().rmdir(data->path()));
    const auto refused = data->lock();
    QVERIFY(!refused);
    QVERIFY(!refused.error().heldElsewhere);
    QVERIFY(refused.error().text.contains(data->path()));
}

QTEST_GUILESS_MAIN(tst_DataDir)
#include "tst_datadir.moc"
