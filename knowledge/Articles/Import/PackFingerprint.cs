using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Articles.Import;

/// <summary>
/// One number for all that an import depends on: the files, what staff have published over them, the skills and this build. Most starts
/// find what the last import found, and to read and compare everything anew would be a fifth of a start.
/// </summary>
internal static class PackFingerprint
{
    /// <returns>Null when a folder or a file cannot be read: the import tells why.</returns>
    public static async Task<long?> OfAsync(BillingDb db, IReadOnlyList<string> folders, IReadOnlySet<string> skills, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            foreach (var folder in folders)
            {
                if (!Directory.Exists(folder))
                {
                    return null;
                }

                foreach (var (path, language) in PackReader.Find([folder]))
                {
                    Append("file", language, Path.GetFileName(path), ArticleReader.Hash(await File.ReadAllBytesAsync(path, cancellationToken)));
                }

                Append("folder");
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        foreach (var edit in await EditsInForce.Published(db).OrderBy(revision => revision.Language).ThenBy(revision => revision.ArticleId)
            .Select(revision => new { revision.Language, revision.ArticleId, revision.Text }).ToListAsync(cancellationToken))
        {
            Append("edit", edit.Language, edit.ArticleId, edit.Text);
        }

        Append(["skills", .. skills.Order(StringComparer.Ordinal), "build", typeof(PackFingerprint).Module.ModuleVersionId.ToString()]);
        return BinaryPrimitives.ReadInt64BigEndian(hash.GetHashAndReset());

        void Append(params ReadOnlySpan<string> parts)
        {
            foreach (var part in parts)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(part));
                hash.AppendData([0]);
            }
        }
    }
}
