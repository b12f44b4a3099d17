using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BillingBot.Knowledge.Identity;

/// <summary>Keyed hashes: a code has a million values, so a plain hash of it would tell it to any reader of the table.</summary>
internal sealed class CodeHasher(byte[] key)
{
    public byte[] OfCode(long conversationId, string senderId, string code) =>
        Hash(string.Create(CultureInfo.InvariantCulture, $"code\n{conversationId}\n{code}\n{senderId}"));

    public byte[] OfAddress(string address) => Hash($"address\n{address}");

    private byte[] Hash(string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
