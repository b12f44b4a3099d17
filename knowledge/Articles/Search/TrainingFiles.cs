using System.Security.Cryptography;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>
/// Keeps what was trained, so that a bot that starts again need not train again. A file is its content's SHA-256 and a
/// <see cref="FieldGraph"/>; its name is what it was made from and by which build of the program.
/// </summary>
/// <param name="folder">Where it is kept; null for nowhere.</param>
/// <param name="shipped">Where the release brought what it was trained with; read only.</param>
/// <param name="logger">Told of what cannot be used.</param>
internal sealed partial class TrainingFiles(string? folder, string? shipped, ILogger logger)
{
    /// <summary>Two languages for customers and staff, in use and before.</summary>
    private const int Most = 8;
    private const string Ending = ".trained";

    /// <summary>Bytes read at a time.</summary>
    private const int Chunk = 1 << 16;

    /// <summary>Those in the folder of the settings, else beside the database of SQLite, and those that were published with the program.</summary>
    public static TrainingFiles Of(AnswerOptions options, BillingDb db, ILogger logger)
    {
        var folder = options.TrainedFolder is { Length: > 0 } own ? Path.Combine(AppContext.BaseDirectory, own)
            // With PostgreSQL it may be the path of a socket.
            : db is not PostgreSqlBillingDb && db.Database.GetDbConnection().DataSource is { } file && Path.IsPathRooted(file) ? Path.Combine(Path.GetDirectoryName(file)!, "trained")
            : null;
        return new TrainingFiles(folder, Path.Combine(AppContext.BaseDirectory, "trained"), logger);
    }

    /// <param name="key">See <see cref="Trainings.KeyOf"/>.</param>
    /// <returns>Null when it is not there, or damaged.</returns>
    public Training? Load(string key) =>
        new[] { folder, shipped }.OfType<string>().Select(place => LoadFile(PathOf(place, key))).FirstOrDefault(training => training is not null);

    private Training? LoadFile(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            // Not at once: it is as large as what is read from it, and would be left for the garbage collector.
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, Chunk, FileOptions.SequentialScan);
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            if (file.ReadAtLeast(hash, hash.Length, throwOnEndOfStream: false) < hash.Length || !SHA256.HashData(file).AsSpan().SequenceEqual(hash))
            {
                throw new InvalidDataException("It is damaged.");
            }

            file.Position = hash.Length;
            using var reader = new BinaryReader(file);
            return FieldGraph.Read<Training>(reader);
        }
#pragma warning disable CA1031 // Whatever is wrong with the file, training again mends it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogUnreadable(path, failure.Message);
            return null;
        }
    }

    public void Save(string key, Training training)
    {
        if (folder is null)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(folder);
            using var content = new MemoryStream();
            using (var writer = new BinaryWriter(content))
            {
                FieldGraph.Write(writer, training);
                writer.Flush();
                var written = content.GetBuffer().AsSpan(0, (int)content.Length);
                var started = $"{PathOf(folder, key)}.{Guid.NewGuid():N}";
                using (var file = File.Create(started))
                {
                    file.Write(SHA256.HashData(written));
                    file.Write(written);
                }

                File.Move(started, PathOf(folder, key), overwrite: true);
            }

            DeleteOld(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogNotKept(folder, failure.Message);
        }
    }

    private static void DeleteOld(string folder)
    {
        foreach (var old in new DirectoryInfo(folder).GetFiles($"*{Ending}").OrderByDescending(file => file.LastWriteTimeUtc).Skip(Most))
        {
            old.Delete();
        }
    }

    private static string PathOf(string folder, string key) => Path.Combine(folder, $"{typeof(Training).Module.ModuleVersionId:N}-{key}{Ending}");

    [LoggerMessage(Level = LogLevel.Warning, Message = "{File} is not usable, so the ranking is trained again: {Reason}")]
    private partial void LogUnreadable(string file, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was trained could not be kept in {Folder}, so the next start trains again: {Reason}")]
    private partial void LogNotKept(string folder, string reason);
}
