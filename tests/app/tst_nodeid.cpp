// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/host/nodeid.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestNodeId : public QObject {
    Q_OBJECT

private slots:
    void staysTheSame();
    void anEmptyFileIsNone();
    void saysWhyItIsNotKept();
};

void TestNodeId::staysTheSame()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"node-id"_s);
    const auto first = app::keptNodeId(path);
    QVERIFY(first);
    QVERIFY(!first->isEmpty());
    QCOMPARE(app::keptNodeId(path).value_or(QString()), *first);
    QVERIFY(app::newNodeId() != *first);
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList{u"node-id"_s});
}

void TestNodeId::anEmptyFileIsNone()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"node-id"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto made = app::keptNodeId(path);
    QVERIFY(made);
    QVERIFY(!made->isEmpty());
    QCOMPARE(app::keptNodeId(path).value_or(QString()), *made);
}

void TestNodeId::saysWhyItIsNotKept()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"nowhere/node-id"_s);
    const auto id = app::keptNodeId(path);
    QVERIFY(!id);
    QVERIFY2(id.error().contains(path), qPrintable(id.error()));
}

QTEST_GUILESS_MAIN(TestNodeId)
#include "tst_nodeid.moc"
